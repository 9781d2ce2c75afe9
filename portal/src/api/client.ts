import createClient, { type Middleware } from 'openapi-fetch';
import { Consistency } from './consistency';
import { Problem, Unreachable } from './problem';
import type { paths } from './schema';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const consistency = new Consistency();

/** The position of the first answer of this page load: the live stream starts there, so that no change falls between. */
let firstPosition: string | null = null;
let language = 'en';

export function startOfLiveStream(): string | null {
  return firstPosition;
}

export function speak(tag: string): void {
  language = tag;
}

export function csrfToken(cookies: string = document.cookie): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(cookies)?.[1];
  return found ? decodeURIComponent(found) : null;
}

const habits: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    if (SAFE.has(request.method)) {
      const waitFor = consistency.header();
      if (waitFor) request.headers.set('Platen-Consistency', waitFor);
    } else {
      const csrf = csrfToken();
      if (csrf) request.headers.set('X-XSRF-TOKEN', csrf);
    }
    return request;
  },
  onResponse({ request, response }) {
    if (!SAFE.has(request.method)) consistency.remember(response.headers.get('Platen-Consistency'));
    firstPosition ??= response.headers.get('Platen-Position');
    return undefined;
  },
  onError({ error }) {
    return new Unreachable(error);
  },
};

export const api = createClient<paths>({ baseUrl: '/' });
api.use(habits);

/** The body of an answer, or the problem thrown. */
export async function bodyOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Problem(response.status, error);
  return data as T;
}

/** Ends the session here and at the identity service, then shows the sign-in page. */
export async function signOut(): Promise<void> {
  const csrf = csrfToken();
  const answer = await fetch('/logout', {
    method: 'POST',
    headers: { 'Accept-Language': language, ...(csrf ? { 'X-XSRF-TOKEN': csrf } : {}) },
  }).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (!answer.ok && answer.status !== 401) throw new Problem(answer.status, null);
  window.location.assign(answer.headers.get('Location') ?? '/');
}

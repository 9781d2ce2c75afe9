/** One event of the platform's live stream. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/**
 * Splits the text of a server-sent event stream into events. The browser's EventSource hides the heartbeat comments and
 * every event whose name it was not told beforehand; this reader shows both.
 */
export class StreamParser {
  private rest = '';
  private id = '';
  private event = '';
  private data: string[] = [];

  push(chunk: string): StreamEvent[] {
    const found: StreamEvent[] = [];
    const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.take(line);
      if (event) found.push(event);
    }
    return found;
  }

  private take(line: string): StreamEvent | null {
    if (line === '') {
      const event = this.data.length > 0 ? { id: this.id, event: this.event || 'message', data: this.data.join('\n') } : null;
      this.event = '';
      this.data = [];
      return event;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') this.id = value;
    else if (field === 'event') this.event = value;
    else if (field === 'data') this.data.push(value);
    return null;
  }
}

export type LiveState = 'connecting' | 'live' | 'lost' | 'signed-out';

export interface LiveOptions {
  readonly from: string | null;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onState: (state: LiveState) => void;
  /** Called when the connection came back: what is on screen may be older than the stream remembers. */
  readonly onReturn: () => void;
}

/** Heartbeats come every 15 s; two missed ones and a little patience mean that the line is dead. */
const SILENCE_MILLIS = 40_000;
/** A tab nobody looks at gives its connection back: browsers allow six to a host. What it missed is sent when it returns. */
const HIDDEN_MILLIS = 60_000;
const PAUSES_MILLIS = [1_000, 2_000, 5_000, 10_000, 20_000];

/** Keeps the live stream open until the returned function is called. */
export function openLiveStream(options: LiveOptions): () => void {
  let closed = false;
  let lastId = options.from;
  let failures = 0;
  let everOpen = false;
  let abort = new AbortController();
  let wake: () => void = () => {};
  let resting = false;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  const pause = (millis: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const readOnce = async () => {
    abort = new AbortController();
    const controller = abort;
    let silence = setTimeout(() => controller.abort(), SILENCE_MILLIS);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (lastId) headers['Last-Event-ID'] = lastId;
      const answer = await fetch('/api/live', { headers, signal: controller.signal, cache: 'no-store' });
      if (answer.status === 401) return 'signed-out';
      if (answer.status === 403 || answer.status === 404) return 'refused';
      if (!answer.ok || !answer.body) return 'broken';
      failures = 0;
      options.onState('live');
      if (everOpen) options.onReturn();
      everOpen = true;
      const parser = new StreamParser();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return 'broken';
        clearTimeout(silence);
        silence = setTimeout(() => controller.abort(), SILENCE_MILLIS);
        for (const event of parser.push(value)) {
          if (event.id) lastId = event.id;
          options.onEvent(event);
        }
      }
    } catch {
      return 'broken';
    } finally {
      clearTimeout(silence);
    }
  };

  const run = async () => {
    options.onState('connecting');
    while (!closed) {
      const end = await readOnce();
      if (closed) return;
      if (resting) {
        await new Promise<void>((resolve) => (wake = resolve));
        options.onState('connecting');
        continue;
      }
      if (end === 'signed-out') {
        options.onState('signed-out');
        return;
      }
      // A refusal holds until rights or routes change, which nobody tells here: it is asked again, but not in a hurry.
      failures = end === 'refused' ? PAUSES_MILLIS.length : failures + 1;
      // One hiccup is mended in silence; a second failure in a row is told.
      if (failures > 1 || !everOpen) options.onState('lost');
      await pause(PAUSES_MILLIS[Math.min(failures, PAUSES_MILLIS.length) - 1] ?? 20_000);
    }
  };

  const hurry = () => {
    if (!resting) wake();
  };
  const onVisibility = () => {
    clearTimeout(restTimer);
    if (document.hidden) {
      restTimer = setTimeout(() => {
        resting = true;
        abort.abort();
      }, HIDDEN_MILLIS);
    } else {
      resting = false;
      wake();
    }
  };
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', onVisibility);
  void run();
  return () => {
    closed = true;
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(restTimer);
    abort.abort();
    wake();
  };
}

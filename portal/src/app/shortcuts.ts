import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { entriesFor } from './navigation';
import { useSession } from './session';

const STORED = 'platen.single-keys';

/** Single-key shortcuts can be switched off, for people whose speech input would trigger them (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
}

const CHORD_MILLIS = 1_200;

export function useShortcuts({ onKeys }: { onKeys: () => void }): void {
  const session = useSession();
  const router = useRouter();
  const goSince = useRef(0);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !singleKeysOn()) return;
      const target = event.target as HTMLElement;
      if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const key = event.key.toLowerCase();
      if (Date.now() - goSince.current < CHORD_MILLIS) {
        goSince.current = 0;
        const entry = entriesFor(session).find((each) => each.key === key);
        if (entry) {
          event.preventDefault();
          void router.navigate({ to: entry.to });
          return;
        }
      }
      if (key === 'g') goSince.current = Date.now();
      else if (event.key === '?') {
        event.preventDefault();
        onKeys();
      } else if (key === '/') {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (field) {
          event.preventDefault();
          field.focus();
        }
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session, router, onKeys]);
}

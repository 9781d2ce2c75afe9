import { useEffect, useState, useSyncExternalStore } from 'react';

/** What somebody just changed, so that it can be marked for a moment where it stands. */
const MARK_MILLIS = 6_000;

const marks = new Map<string, number>();
const listeners = new Set<() => void>();

export function markChanged(id: string): void {
  marks.set(id, Date.now());
  for (const listener of listeners) listener();
}

export function wasMarked(id: string): boolean {
  return marks.has(id);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True for a moment after the object with this id changed by itself. */
export function useJustChanged(id: string): boolean {
  const markedAt = () => marks.get(id) ?? 0;
  const at = useSyncExternalStore(subscribe, markedAt, markedAt);
  const [, tick] = useState(0);
  const left = at + MARK_MILLIS - Date.now();
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => tick((n) => n + 1), left);
    return () => clearTimeout(timer);
  }, [at, left]);
  return left > 0;
}

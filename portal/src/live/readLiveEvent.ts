import type { StreamEvent } from './eventStream';

export interface LiveEvent {
  readonly position: string;
  readonly type: string;
  readonly kind: string;
  readonly id: string;
  readonly accountId: string | null;
  readonly data: Record<string, unknown>;
  readonly occurredAt: string;
}

export function readLiveEvent(event: StreamEvent): LiveEvent | null {
  try {
    const raw = JSON.parse(event.data) as Partial<LiveEvent>;
    if (typeof raw.id !== 'string') return null;
    return {
      position: String(raw.position ?? event.id),
      type: raw.type ?? event.event,
      kind: raw.kind ?? '',
      id: raw.id,
      accountId: raw.accountId ?? null,
      data: raw.data ?? {},
      occurredAt: raw.occurredAt ?? new Date().toISOString(),
    };
  } catch {
    return null;
  }
}

export interface Asked {
  readonly data: unknown;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
}

/** What is to be said about a query besides its data. */
export type Standing = 'waiting' | 'failed' | 'offline' | 'old' | 'fresh';

export function standingOf({ data, error, fetchStatus }: Asked, online: boolean): Standing {
  if (data !== undefined) return error || fetchStatus === 'paused' || !online ? 'old' : 'fresh';
  if (error) return 'failed';
  return fetchStatus === 'paused' ? 'offline' : 'waiting';
}

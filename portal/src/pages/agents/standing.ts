import type { Agent } from '../../api/types';

export type Standing = 'never' | 'silent' | 'dropping' | 'buffering' | 'well';

/** What an agent said of itself is worth little once it has fallen silent. */
export function standingOf({ lastHeard, silent, state }: Pick<Agent, 'lastHeard' | 'silent' | 'state'>): Standing {
  if (!lastHeard) return 'never';
  if (silent) return 'silent';
  if (state === 'DROPPING') return 'dropping';
  return state === 'BUFFERING' ? 'buffering' : 'well';
}

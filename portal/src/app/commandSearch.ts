/** The state of what is searched for while somebody types. */
export type SearchState = 'idle' | 'pending' | 'failed' | 'done';

interface Source {
  readonly data: unknown;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
}

/** @param sources the queries of the settled text, of those parts that are searched at all */
export function searchState(typed: string, settled: string, sources: readonly Source[]): SearchState {
  if (!isSearched(typed)) return 'idle';
  if (sources.length === 0) return 'done';
  if (typed !== settled) return 'pending';
  const open = sources.filter((source) => source.data === undefined);
  if (open.some((source) => source.fetchStatus === 'fetching')) return 'pending';
  return open.length > 0 ? 'failed' : 'done';
}

export function isSearched(text: string): boolean {
  return text.length > 1;
}

/** The chosen entry while it is there, otherwise the first: what was found stands above what was only named. */
export function activeOf(ids: readonly string[], chosen: string | null): string | null {
  return chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
}

export function neighbour(ids: readonly string[], active: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const at = active === null ? -1 : ids.indexOf(active);
  return ids[(at + step + ids.length) % ids.length] ?? null;
}

/** What Enter runs now; 'later' while the answer to what was typed is under way and nothing was chosen by hand. */
export function entered(ids: readonly string[], chosen: string | null, state: SearchState): string | 'later' | null {
  if (state === 'pending' && !(chosen !== null && ids.includes(chosen))) return 'later';
  return activeOf(ids, chosen);
}

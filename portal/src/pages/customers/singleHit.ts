import type { Customer } from '../../api/types';

interface Answer {
  readonly data: { readonly items: readonly Customer[] } | undefined;
  readonly isPlaceholderData: boolean;
  readonly error: unknown;
}

/**
 * The customer that Enter opens: the only one found for what was typed. Until that answer has come there is none to open,
 * whatever an earlier text has found.
 */
export function singleHit(entered: string, searched: string, answer: Answer): Customer | 'not yet' | null {
  if (entered !== searched) return 'not yet';
  if (answer.data && !answer.isPlaceholderData) return answer.data.items.length === 1 ? (answer.data.items[0] ?? null) : null;
  return answer.error ? null : 'not yet';
}

import { Problem, isDefinite } from '../../api/problem';

/** A refusal that is a question: the same read with its token is saved. */
export type Doubt = Problem & { readonly warningToken: string };

/** A question stays asked until the platform has answered; a broken line is no answer. */
export function doubtAfter(before: Doubt | null, error: unknown): Doubt | null {
  if (!isDefinite(error)) return before;
  return isDoubt(error) ? error : null;
}

function isDoubt(error: unknown): error is Doubt {
  return error instanceof Problem && error.warnings.length > 0 && error.warningToken !== undefined;
}

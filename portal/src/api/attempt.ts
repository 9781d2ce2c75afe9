import { newKey } from './commandKey';
import { isDefinite } from './problem';

export interface Sent<Body> {
  readonly key: string;
  readonly body: Body;
}

/**
 * A command that was sent and not answered for certain. It is sent again as it was, key included, so that it cannot take
 * effect twice; a definite answer ends it. It is kept beside the draft: a reload does not tell what became of it either.
 */
export class Attempt<Body> {
  constructor(
    private readonly name: string,
    private readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage,
    private readonly fresh: () => string = newKey,
  ) {}

  /** What to send for this body: the undecided attempt where that was the same command. */
  next(body: Body, isSame: (undecided: Body) => boolean): Sent<Body> {
    const undecided = this.undecided();
    if (undecided && isSame(undecided.body)) return undecided;
    const sent = { key: this.fresh(), body };
    this.store.setItem(this.name, JSON.stringify(sent));
    return sent;
  }

  /** Call with what the attempt ended with; undefined means success. */
  settled(error?: unknown): void {
    if (error === undefined || isDefinite(error)) this.store.removeItem(this.name);
  }

  private undecided(): Sent<Body> | null {
    const kept = this.store.getItem(this.name);
    return kept === null ? null : (JSON.parse(kept) as Sent<Body>);
  }
}

/** What is being dragged. The browser keeps the data of a drag to itself until the drop, and the ghost needs it before. */
export interface Dragged {
  readonly reference: string;
  readonly minutes: number;
  /** How far from its start it was taken. */
  readonly grabbed: number;
}

let dragged: Dragged | null = null;

export function take(what: Dragged | null): void {
  dragged = what;
}

export function taken(): Dragged | null {
  return dragged;
}

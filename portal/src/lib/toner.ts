import type { Supply } from '../api/types';

export type TonerColour = 'BLACK' | 'CYAN' | 'MAGENTA' | 'YELLOW';

const ORDER: readonly (string | null | undefined)[] = ['BLACK', 'CYAN', 'MAGENTA', 'YELLOW'];

/** Toner and ink in printing order; the other supplies are shown apart. */
export function tonersOf(supplies: readonly Supply[]): readonly Supply[] {
  return supplies
    .filter((supply) => (supply.kind === 'TONER' || supply.kind === 'INK') && supply.colour)
    .sort((left, right) => ORDER.indexOf(left.colour) - ORDER.indexOf(right.colour) || left.index - right.index);
}

export function otherSuppliesOf(supplies: readonly Supply[]): readonly Supply[] {
  const toners = new Set(tonersOf(supplies));
  return supplies.filter((supply) => !toners.has(supply)).sort((left, right) => left.index - right.index);
}

/** What may be drawn as a figure: a level between 0 and 100 that was measured, now or before the device fell silent. */
export function percentOf(supply: Supply): number | null {
  const percent = supply.percent;
  if ((supply.state !== 'MEASURED' && supply.state !== 'ESTIMATED') || percent == null) return null;
  return percent >= 0 && percent <= 100 ? percent : null;
}

/** What is known of a level: a figure that cannot be one is not known. */
export function standingOf(supply: Supply): Supply['state'] {
  const figure = supply.state === 'MEASURED' || supply.state === 'ESTIMATED';
  return figure && percentOf(supply) === null ? 'UNKNOWN' : supply.state;
}

const isColour = (colour: string | null | undefined): colour is TonerColour => ORDER.includes(colour) && colour != null;

/** The colours of toner that can be ordered for a device, each once; ink is not sent. */
export function orderableOf(supplies: readonly Supply[]): readonly TonerColour[] {
  const colours = tonersOf(supplies)
    .filter((supply) => supply.kind === 'TONER')
    .map((supply) => supply.colour);
  return [...new Set(colours.filter(isColour))];
}

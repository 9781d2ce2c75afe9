/** The day that the board shows, in hours of the planner's own clock. */
export const OPENS = 7;
export const CLOSES = 19;
const STEP = 15;
const FIRST = OPENS * 60;
const LAST = CLOSES * 60;
export const COLUMNS = (LAST - FIRST) / STEP;

export interface Window {
  readonly from: string;
  readonly until: string;
}

export interface Block {
  /** The first column, from 1. */
  readonly column: number;
  readonly span: number;
  /** Whether part of it lies before or after the hours of the board. */
  readonly early: boolean;
  readonly late: boolean;
}

const two = (value: number) => String(value).padStart(2, '0');

export function dayOf(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The instant of a minute of the day by the clock on the wall, also on the days on which clocks change. */
export function instantAt(day: string, minute: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 0, minute).toISOString();
}

export function minuteOf(iso: string): number {
  const at = new Date(iso);
  return at.getHours() * 60 + at.getMinutes();
}

export function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The minute of the day of a typed time, or null. */
export function minuteOfClock(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute < 1440 && Number(minutes) < 60 ? minute : null;
}

/** Where a visit stands on the board of a day; null when it is on another one. */
export function blockOf(visit: Window, day: string): Block | null {
  if (Date.parse(visit.until) <= Date.parse(instantAt(day, 0)) || Date.parse(visit.from) >= Date.parse(instantAt(day, 1440))) return null;
  const from = dayOf(new Date(visit.from)) < day ? 0 : minuteOf(visit.from);
  const until = dayOf(new Date(visit.until)) > day ? 1440 : minuteOf(visit.until);
  // What lies outside the hours is shown at their edge: a visit that nobody sees is planned over.
  const start = Math.min(LAST - STEP, Math.max(FIRST, from));
  const end = Math.min(LAST, Math.max(start + STEP, until));
  const column = Math.floor((start - FIRST) / STEP);
  return { column: column + 1, span: Math.max(1, Math.ceil((end - FIRST) / STEP) - column), early: from < FIRST, late: until > LAST };
}

/** Visits that overlap stand below each other: the lane of each, from 1. */
export function lanesOf(blocks: readonly Block[]): readonly number[] {
  const ends: number[] = [];
  const order = blocks.map((_, index) => index).sort((left, right) => (blocks[left]?.column ?? 0) - (blocks[right]?.column ?? 0));
  const lanes: number[] = blocks.map(() => 1);
  for (const index of order) {
    const block = blocks[index];
    if (!block) continue;
    const free = ends.findIndex((end) => end <= block.column);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = block.column + block.span;
    lanes[index] = lane + 1;
  }
  return lanes;
}

/** The minute of the day under the pointer, on the quarter of an hour. */
export function minuteAt(x: number, width: number): number {
  const column = width > 0 ? Math.floor((x / width) * COLUMNS) : 0;
  return FIRST + Math.min(COLUMNS - 1, Math.max(0, column)) * STEP;
}

/** How far the hours have passed, from 0 to 1; null on other days and outside the hours. */
export function nowPart(day: string, now: Date = new Date()): number | null {
  if (dayOf(now) !== day) return null;
  const part = (now.getHours() * 60 + now.getMinutes() - FIRST) / (LAST - FIRST);
  return part >= 0 && part <= 1 ? part : null;
}

/** The next free quarter of an hour for a new visit: now on today's board, the opening on others. */
export function firstMinute(day: string, now: Date = new Date()): number {
  if (dayOf(now) !== day) return FIRST + 60;
  const minute = Math.ceil((now.getHours() * 60 + now.getMinutes()) / STEP) * STEP;
  return Math.min(LAST - STEP, Math.max(FIRST, minute));
}

export function minutesBetween(visit: Window): number {
  return Math.max(STEP, Math.round((Date.parse(visit.until) - Date.parse(visit.from)) / 60_000));
}

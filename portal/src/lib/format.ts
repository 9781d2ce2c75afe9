/** Numbers, dates and times in the reader's language. */
const LOCALES: Record<string, string> = { en: 'en-GB', nl: 'nl-NL', pt: 'pt-PT' };

export function localeOf(language: string): string {
  return LOCALES[language] ?? 'en-GB';
}

export interface Format {
  readonly locale: string;
  count(value: number): string;
  percent(value: number): string;
  /** A percentage with its one decimal. */
  share(value: number): string;
  /** A calendar date, with no zone in it. */
  date(isoDate: string): string;
  month(isoMonth: string): string;
  /** From one calendar date to another; what they share is said once. */
  period(from: string, until: string): string;
  /** An instant in the reader's zone, which is named. */
  instant(iso: string): string;
  /** The day of an instant in the reader's zone. */
  instantDay(iso: string): string;
  ago(iso: string): string;
  country(code: string): string;
  /** Time of day in the reader's zone. */
  time(iso: string): string;
  /** A time window; the day is named once. */
  window(from: string, until: string): string;
  /** Weekday and date of a calendar day. */
  day(isoDate: string): string;
  /** A length of time in words, in its two largest units. */
  duration(seconds: number): string;
  /** @param decimals at least so many, where prices stand below each other */
  money(amount: { readonly currency: string; readonly value: string }, decimals?: number): string;
}

export function formatFor(language: string, now: () => number = Date.now, timeZone?: string): Format {
  const locale = localeOf(language);
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'always' as never });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  const instantDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' });
  const country = new Intl.DisplayNames(locale, { type: 'region' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const window = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return {
    locale,
    count: (value) => count.format(value),
    percent: (value) => percent.format(value / 100),
    share: (value) => share.format(value / 100),
    date: (isoDate) => safely(isoDate, () => date.format(new Date(`${isoDate}T00:00:00Z`))),
    period: (from, until) => safely(`${from} – ${until}`, () => date.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`))),
    month: (isoMonth) => safely(isoMonth, () => month.format(new Date(`${isoMonth}-01T00:00:00Z`))),
    instant: (iso) => safely(iso, () => instant.format(new Date(iso))),
    instantDay: (iso) => safely(iso, () => instantDay.format(new Date(iso))),
    ago: (iso) => safely(iso, () => agoText(relative, (Date.parse(iso) - now()) / 1000)),
    country: (code) => safely(code, () => country.of(code) ?? code),
    time: (iso) => safely(iso, () => time.format(new Date(iso))),
    window: (from, until) => safely(`${from} – ${until}`, () => window.formatRange(new Date(from), new Date(until))),
    day: (isoDate) => safely(isoDate, () => day.format(new Date(`${isoDate}T00:00:00Z`))),
    duration: (seconds) => durationText(locale, seconds),
    money: ({ currency, value }, decimals) => safely(`${currency} ${value}`, () => moneyText(locale, currency, value, decimals)),
  };
}

function agoText(relative: Intl.RelativeTimeFormat, seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 45) return relative.format(0, 'second');
  if (size < 45 * 60) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 22 * 3600) return relative.format(Math.round(seconds / 3600), 'hour');
  if (size < 26 * 86_400) return relative.format(Math.round(seconds / 86_400), 'day');
  if (size < 320 * 86_400) return relative.format(Math.round(seconds / 2_629_800), 'month');
  return relative.format(Math.round(seconds / 31_557_600), 'year');
}

function durationText(locale: string, seconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(seconds) / 60));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts: readonly (readonly [number, string])[] = [
    [days, 'day'],
    [hours, 'hour'],
    // Beside days nobody counts minutes.
    [days > 0 ? 0 : minutes % 60, 'minute'],
  ];
  return parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ');
}

/** Every digit of the decimal, and at least the currency's own: a price per page is finer than a cent. */
function moneyText(locale: string, currency: string, value: string, decimals = 0): string {
  const plain = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const least = Math.max(decimals, plain.resolvedOptions().minimumFractionDigits ?? 2);
  const most = Math.max(least, decimalsOf(value));
  return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: least, maximumFractionDigits: most }).format(value as never);
}

/** How many decimals say something. */
export function decimalsOf(value: string): number {
  return /\.(\d*?)0*$/.exec(value)?.[1]?.length ?? 0;
}

/** A value that is no date is shown as it came: better odd than a blank page. */
function safely(raw: string, format: () => string): string {
  try {
    return format();
  } catch {
    return raw;
  }
}

/** Today's date where the device stands. */
export function todayIn(timeZone: string | undefined, now: Date = new Date()): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

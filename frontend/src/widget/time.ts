import { currentLocale } from './languages';

const dayMs = 86_400_000;

const format = (at: string | number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(currentLocale(), options).format(new Date(at));

export const clock = (at: string): string => format(at, { hour: 'numeric', minute: '2-digit' });

export const exact = (at: string): string => format(at, { dateStyle: 'full', timeStyle: 'short' });

/** The day of a moment where the visitor is, as a key. */
export const dayOf = (at: string | number): string => new Date(at).toDateString();

/** The day's name: "today", "yesterday", else the date. */
export function dayName(at: string, nowMs: number): string {
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
  if (dayOf(at) === dayOf(nowMs)) return capital(relative.format(0, 'day'));
  if (dayOf(at) === dayOf(nowMs - dayMs)) return capital(relative.format(-1, 'day'));
  const isOld = nowMs - Date.parse(at) > 300 * dayMs;
  return format(at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isOld ? { year: 'numeric' } : {}),
  });
}

/** A moment to come: the time today, else with the weekday, else with the date. */
export function upcoming(at: string, nowMs: number): string {
  if (dayOf(at) === dayOf(nowMs)) return clock(at);
  const isSoon = Date.parse(at) - nowMs < 6 * dayMs;
  return format(at, {
    ...(isSoon ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** A moment for a card: the time today, else the day. */
export const ago = (at: string, nowMs: number): string =>
  dayOf(at) === dayOf(nowMs) ? clock(at) : format(at, { day: 'numeric', month: 'short' });

export function bytes(size: number): string {
  const [amount, unit] =
    size < 1_000_000 ? [size / 1000, 'kilobyte'] : [size / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(Math.max(0.1, amount));
}

const capital = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(currentLocale()) + text.slice(1);

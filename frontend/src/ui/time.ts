import { t } from './text';

let zone: string | undefined;
let formats = new Map<string, Intl.DateTimeFormat>();

/** Times are shown in the agent's zone, not in the browser's. */
export function setZone(name: string | undefined): void {
  if (name === zone) return;
  zone = name;
  formats = new Map();
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(undefined, {
    ...options,
    ...(zone ? { timeZone: zone } : {}),
  });
  formats.set(key, fresh);
  return fresh;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const clockTime: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** How long something has lasted: "now", "4m", "3h", "12d". */
export function span(fromMs: number, toMs: number): string {
  const length = Math.max(0, toMs - fromMs);
  if (length < minute) return t('time.now');
  if (length < hour) return t('time.minutes', { n: Math.floor(length / minute) });
  if (length < day) return t('time.hours', { n: Math.floor(length / hour) });
  return t('time.days', { n: Math.floor(length / day) });
}

/** A length of time that is usually short: "0.4 s", "8 s", "12m". */
export function lasting(ms: number): string {
  if (ms >= minute) return span(0, ms);
  return t('time.seconds', { n: ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000) });
}

/** A moment for a list: how long ago it was today, then the weekday, then the date. */
export function ago(at: string, nowMs: number): string {
  const then = Date.parse(at);
  const length = nowMs - then;
  if (length < 20 * hour) return span(then, nowMs);
  if (length < 6 * day) return format({ weekday: 'short' }).format(then);
  return shortDate(at, nowMs);
}

/** "3 Nov", with the year if it is another one. */
export function shortDate(at: string, nowMs: number): string {
  const then = Date.parse(at);
  const year = format({ year: 'numeric' });
  const sameYear = year.format(then) === year.format(nowMs);
  return format({
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(then);
}

/** The moment in full, for tooltips. */
export const exact = (at: string): string =>
  format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...clockTime,
    second: '2-digit',
    timeZoneName: 'short',
  }).format(Date.parse(at));

/** The moment without what everybody knows. */
export const moment = (at: string): string =>
  format({ weekday: 'short', day: 'numeric', month: 'short', ...clockTime }).format(Date.parse(at));

export const date = (at: string): string =>
  format({ day: 'numeric', month: 'short', year: 'numeric' }).format(Date.parse(at));

export const clock = (at: string | number): string => format(clockTime).format(new Date(at));

/** The time it is now in another zone. */
export const clockIn = (other: string): string =>
  new Intl.DateTimeFormat(undefined, { ...clockTime, timeZone: other }).format(Date.now());

export const clockSeconds = (at: string | number): string =>
  format({ ...clockTime, second: '2-digit' }).format(new Date(at));

/** The day of a moment in the agent's zone, as a key. */
export const dayKey = (at: string): string =>
  format({ year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.parse(at));

/** The day's name: "Today", "Yesterday", else the date. */
export function dayName(at: string, nowMs: number): string {
  const key = dayKey(at);
  if (key === dayKey(new Date(nowMs).toISOString())) return t('time.today');
  if (key === dayKey(new Date(nowMs - day).toISOString())) return t('time.yesterday');
  const old = nowMs - Date.parse(at) > 300 * day;
  return format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(old ? { year: 'numeric' } : {}),
  }).format(Date.parse(at));
}

/** A moment to come: "14:30", "tomorrow 09:00", "Mon 09:00", "24 Nov 09:00". */
export function upcoming(at: string, nowMs: number): string {
  const then = Date.parse(at);
  if (dayKey(at) === dayKey(new Date(nowMs).toISOString())) return clock(at);
  if (then - nowMs < 6 * day) return format({ weekday: 'short', ...clockTime }).format(then);
  return format({ day: 'numeric', month: 'short', ...clockTime }).format(then);
}

export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

/** A day as it is written: `2026-11-27`. Days are counted without a zone; only where one begins depends on it. */
export type Day = string;

export const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the clock and the calendar of a zone show. */
export type Local = { day: Day; hour: number; minute: number };

/** Reads clock and calendar of a zone, of many instants one after another. */
export function clockOf(zone: string): (ms: number) => Local {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (ms) => {
    const found: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(ms)) found[type] = value;
    return {
      day: `${found.year ?? ''}-${found.month ?? ''}-${found.day ?? ''}`,
      hour: Number(found.hour),
      minute: Number(found.minute),
    };
  };
}

/** Which day it is in a zone. */
export const dayIn = (zone: string, ms: number): Day => clockOf(zone)(ms).day;

/** When a day begins in a zone. Where no midnight is, because clocks are put forward then, it is the hour after. */
export function beginOf(day: Day, zone: string): number {
  const read = clockOf(zone);
  const wanted = Date.parse(`${day}T00:00:00Z`);
  const shown = (ms: number) => {
    const { day: its, hour, minute } = read(ms);
    return Date.parse(`${its}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  };
  // the first guess may lie beyond a change of the clocks, the second one does not
  const first = wanted - (shown(wanted) - wanted);
  return first - (shown(first) - wanted);
}

/** All hours from an instant up to but without another, as the server names them. */
export const hoursBetween = (fromMs: number, toMs: number): string[] =>
  Array.from({ length: Math.max(0, Math.ceil((toMs - fromMs) / hourMs)) }, (_, n) =>
    new Date(fromMs + n * hourMs).toISOString().replace('.000Z', 'Z'),
  );

/** An hour as it stands at an axis, or in full. */
export const hourName = (key: string, zone: string, full = false): string =>
  new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    ...(full ? { weekday: 'short', day: 'numeric', month: 'short' } : {}),
  }).format(Date.parse(key));

const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayAt(noon(day) + days * dayMs);

/** The first of the month, so many months later. */
export function monthOf(day: Day, later = 0): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayAt(Date.UTC(year, month - 1 + later, 1, 12));
}

/** The Monday of the week. */
export function weekOf(day: Day): Day {
  const weekday = new Date(noon(day)).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((noon(to) - noon(from)) / dayMs);

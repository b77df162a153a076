/** A day as it is written: `2026-11-27`. Days are counted without a zone; only where one begins depends on it. */
export type Day = string;

const dayMs = 86_400_000;

/** Which day it is in a zone. */
export function dayIn(zone: string, ms: number): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(ms);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

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

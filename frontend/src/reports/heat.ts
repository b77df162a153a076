import type { Figure, Unit } from '../api/reports';
import type { Day } from '../figures/days';
import { addDays, clockOf, hourMs, hoursBetween } from '../figures/days';
import { ticksOf } from '../figures/scale';

/** One hour of the period. Its figure is missing where nothing was counted. */
export type Hour = { key: string; figure: Figure | undefined; spike: 'above' | 'below' | null };

/** An hour of a day of the week: all hours of the period that are one, and what they come to. */
export type HeatSlot = {
  weekday: number;
  hour: number;
  hours: Hour[];
  n: number;
  value: number | null;
};

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** Monday is 0. */
const weekdayOf = (day: Day): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

const sum = (values: number[]): number => values.reduce((all, one) => all + one, 0);

/**
 * What several hours come to. Of what is counted it is the average of an hour, those with nothing included; of shares
 * all that hit ÷ all; of means the mean of all facts. Medians of hours cannot be made into one; {@link withMedians} has them. And
 * what stands at one moment has none: of these it is the average of the hours that have a value.
 */
export function merged(unit: Unit, hours: (Figure | undefined)[]): number | null {
  const known = hours.filter((figure) => figure !== undefined);
  const valued = known.filter(({ value }) => value !== null);
  if (unit === 'count') {
    return valued.length === 0 ? null : sum(valued.map(({ value }) => value ?? 0)) / hours.length;
  }
  const n = sum(known.map((figure) => figure.n));
  if (known.some(({ hits }) => hits !== undefined)) {
    return n === 0 ? null : sum(known.map(({ hits }) => hits ?? 0)) / n;
  }
  if (valued.length === 0) return null;
  const isStanding = unit === 'seconds' && valued.every(({ mean }) => mean === undefined);
  if (isStanding) return sum(valued.map(({ value }) => value ?? 0)) / valued.length;
  return sum(valued.map((figure) => figure.n * (figure.mean ?? figure.value ?? 0))) / n;
}

/** All 168 of them, Monday first; of hours that are over, since one that still runs would lower every average. */
export function slotsOf(
  unit: Unit,
  zone: string,
  fromMs: number,
  toMs: number,
  nowMs: number,
  figures: Figure[],
  spikes: ReadonlyMap<string, Hour['spike']> = new Map(),
): HeatSlot[] {
  const read = clockOf(zone);
  const byHour = new Map(figures.map((figure) => [Date.parse(figure.key.hour ?? ''), figure]));
  const slots: HeatSlot[] = Array.from({ length: 7 * 24 }, (_, at) => ({
    weekday: Math.floor(at / 24),
    hour: at % 24,
    hours: [],
    n: 0,
    value: null,
  }));
  for (const key of hoursBetween(fromMs, Math.min(toMs, nowMs))) {
    const begin = Date.parse(key);
    if (begin + hourMs > nowMs) continue;
    const { day, hour } = read(begin);
    slots[weekdayOf(day) * 24 + hour]?.hours.push({
      key,
      figure: byHour.get(begin),
      spike: spikes.get(key) ?? null,
    });
  }
  return slots.map((slot) => {
    const its = slot.hours.map(({ figure }) => figure);
    return {
      ...slot,
      n: sum(its.map((figure) => figure?.n ?? 0)),
      value: merged(unit, its),
    };
  });
}

/** The same with a median of all facts of a slot, which hours cannot be made into: by the server's name of it, such as `1-09`. */
export function withMedians(slots: HeatSlot[], figures: Figure[]): HeatSlot[] {
  const medians = new Map(figures.map((figure) => [figure.key.hour_of_week, figure.median]));
  return slots.map((slot) => {
    const name = `${slot.weekday + 1}-${String(slot.hour).padStart(2, '0')}`;
    return { ...slot, value: slot.n === 0 ? null : (medians.get(name) ?? slot.value) };
  });
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const weeks = [1, 2, 3, 4];
/** So many facts must stand behind a comparison. */
const leastFacts = 20;
/**
 * Four weeks are few, and may be alike by chance: a deviation is never taken for less than the one that chance alone makes
 * of a count, which is the median deviation of a Poisson distribution.
 */
const byChance = (middle: number): number => Math.max(1, 0.6745 * Math.sqrt(middle));

/** Whether a value lies outside three median absolute deviations of those before it. */
export function spikeOf(value: number, before: number[]): Hour['spike'] {
  if (sum(before) < leastFacts) return null;
  const middle = median(before);
  const deviation = Math.max(byChance(middle), median(before.map((one) => Math.abs(one - middle))));
  if (Math.abs(value - middle) <= 3 * deviation) return null;
  return value > middle ? 'above' : 'below';
}

/** The hours that are unlike the same hour of the four weeks before, by their names. */
export function spikesOf(
  zone: string,
  fromMs: number,
  toMs: number,
  nowMs: number,
  figures: Figure[],
): Map<string, Hour['spike']> {
  const read = clockOf(zone);
  const name = (day: Day, hour: number) => `${day} ${hour}`;
  const counted = new Map<string, number>();
  for (const { key, value } of figures) {
    const { day, hour } = read(Date.parse(key.hour ?? ''));
    const its = name(day, hour);
    counted.set(its, (counted.get(its) ?? 0) + (value ?? 0));
  }
  const found = new Map<string, Hour['spike']>();
  for (const key of hoursBetween(fromMs, Math.min(toMs, nowMs))) {
    if (Date.parse(key) + hourMs > nowMs) continue;
    const { day, hour } = read(Date.parse(key));
    const before = weeks.map((week) => counted.get(name(addDays(day, -7 * week), hour)) ?? 0);
    const spike = spikeOf(counted.get(name(day, hour)) ?? 0, before);
    if (spike) found.set(key, spike);
  }
  return found;
}

/** So many colours there are. */
const mostLevels = 5;

/** A step that is easily read, but not much larger than it must be: colours are few. */
function evenStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((n) => n * power);
  return steps.find((step) => step >= least * 0.999) ?? least;
}

/**
 * From where on each colour holds, the first from the least on. All steps are alike, up to where the twentieth part of
 * all values is larger; the last colour is for all of these.
 */
export function levelsOf(unit: Unit, slots: HeatSlot[]): number[] {
  const values = slots.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return [];
  values.sort((one, other) => one - other);
  const most = values[Math.ceil(values.length * 0.95) - 1] ?? 0;
  if (unit === 'seconds') return ticksOf(unit, most, mostLevels).slice(0, -1);
  const step = evenStep(Math.max(0, most) / mostLevels || 1);
  const many = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: many }, (_, n) => Number((n * step).toPrecision(12)));
}

/** Which of the five colours a value has; fewer levels are as far apart as there is room. */
export function colourOf(value: number, levels: number[]): number {
  const level = Math.max(
    0,
    levels.findLastIndex((from) => value >= from),
  );
  return levels.length < 2
    ? mostLevels
    : 1 + Math.round((level * (mostLevels - 1)) / (levels.length - 1));
}

/** Where an arrow key leads to from one of the 168. */
export function movedTo(at: number, key: string): number | null {
  const [weekday, hour] = [Math.floor(at / 24), at % 24];
  switch (key) {
    case 'ArrowRight':
      return weekday * 24 + Math.min(23, hour + 1);
    case 'ArrowLeft':
      return weekday * 24 + Math.max(0, hour - 1);
    case 'ArrowDown':
      return Math.min(6, weekday + 1) * 24 + hour;
    case 'ArrowUp':
      return Math.max(0, weekday - 1) * 24 + hour;
    case 'Home':
      return weekday * 24;
    case 'End':
      return weekday * 24 + 23;
    default:
      return null;
  }
}

import type { Unit } from '../api/reports';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps in which lengths of time are read. */
const timeSteps = [
  1,
  2,
  5,
  10,
  15,
  30,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
  28 * day,
];

/** 1, 2 or 5 times a power of ten. */
function decimalStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= least * 0.999) ?? least;
}

/** From zero, in at most so many steps, to at least the largest value. */
export function ticksOf(unit: Unit, most: number, steps = 4): number[] {
  const largest = most > 0 ? most : unit === 'ratio' ? 1 : steps;
  const least = largest / steps;
  let step = decimalStep(least);
  if (unit === 'seconds')
    step = timeSteps.find((one) => one >= least) ?? Math.ceil(least / day) * day;
  if (unit === 'count') step = Math.max(1, step);
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => Number((n * step).toPrecision(12)));
}

export type Range = { low: number; top: number };

/** How far a value is below the upper edge. */
export const depthOf = (value: number, { low, top }: Range, height: number): number =>
  top > low ? height - ((value - low) / (top - low)) * height : height;

/** The middle of the n-th of so many bands. */
export const middleOf = (n: number, count: number, width: number): number =>
  ((n + 0.5) * width) / count;

/** Which of them have a label, so that labels do not touch: the last one always has. */
export function labelled(count: number, width: number, room: number): number[] {
  const every = Math.max(1, Math.ceil((count * room) / Math.max(width, room)));
  const shown: number[] = [];
  for (let n = count - 1; n >= 0; n -= every) shown.unshift(n);
  return shown;
}

export type Point = { x: number; y: number };

/** Runs of what has values; a gap is a gap and no line over it. */
export function runs(values: (number | null)[]): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  values.forEach((value, at) => {
    if (value !== null) {
      run.push(at);
    } else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  });
  return run.length > 0 ? [...found, run] : found;
}

const round = (n: number) => Math.round(n * 10) / 10;

export const pathOf = (points: Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

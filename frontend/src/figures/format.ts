import type { Figure, Unit } from '../api/reports';
import { t } from '../ui/text';

/** What stands where there is no value: never a zero. */
export const nothing = '–';

const two = (n: number) => String(n).padStart(2, '0');

/** A length of time in its two largest units: "0.4 s", "42 s", "2m 10s", "3h 05m", "2d 4h". */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return nothing;
  if (seconds < 9.95) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}m ${two(whole % 60)}s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}h ${two(minutes % 60)}m`;
  return `${Math.floor(hours / 24)}d ${hours % 24}h`;
}

/** A share with one digit after the point, and none where it is whole: "94.1 %", "100 %". */
export function ratio(value: number | null | undefined): string {
  if (value === null || value === undefined) return nothing;
  return `${Math.round(value * 1000) / 10} %`;
}

const counts = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

export const count = (value: number | null | undefined): string =>
  value === null || value === undefined ? nothing : counts.format(value);

export const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? nothing : numbers.format(value);

const ways = { seconds: duration, ratio, count, number };

export const amount = (unit: Unit, value: number | null | undefined): string => ways[unit](value);

/** The one duration that is asked for as a mean. */
const mean = 'avg_first_response';

/** Which of a figure's numbers stands first: of durations the median, unless the mean is what is asked for. */
export function first(metric: string, figure: Figure | undefined): 'median' | 'mean' | 'value' {
  if (figure?.median === undefined) return 'value';
  return metric === mean ? 'mean' : 'median';
}

export const headline = (metric: string, figure: Figure): number | null =>
  figure[first(metric, figure)] ?? figure.value;

/** The difference to before: of shares in points, else as a share of what it was. Null where nothing can be said. */
export function change(unit: Unit, now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null;
  if (unit === 'ratio') return now - before;
  return before === 0 ? null : (now - before) / before;
}

/** "+12 %", "−3 points", "the same". */
export function changeText(unit: Unit, by: number | null): string | null {
  if (by === null) return null;
  const size = Math.round(Math.abs(by) * 1000) / 10;
  if (size === 0) return t('figures.same');
  const whole = size >= 10 ? Math.round(size) : size;
  const sign = by > 0 ? '+' : '−';
  return unit === 'ratio' ? t('figures.points', { sign, n: whole }) : `${sign}${whole} %`;
}

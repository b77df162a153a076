import type { Figure } from '../api/reports';

/** The normal quantile of 95 % confidence. */
const z = 1.96;

/** Between what a share lies with 95 % confidence (Wilson 1927). */
function between({ n, hits = 0 }: Figure): { low: number; high: number } {
  const middle = hits + (z * z) / 2;
  const spread = z * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4);
  return { low: (middle - spread) / (n + z * z), high: (middle + spread) / (n + z * z) };
}

/** Whether some answer so much less than others that chance does not explain it. */
export function isBiased(rates: Figure[]): boolean {
  const all = rates.filter(({ n }) => n > 0).map(between);
  return all.some((one) => all.some((other) => one.high < other.low));
}

import type { Asked } from '../api/reports';
import { addDays, dayIn } from '../figures/days';
import type { BoardAsked } from '../live/board';

const secondMs = 1000;
const hourMs = 3_600_000;

/** What is asked for when a number of the board is opened: its span as it is now. */
export function factsAsked(
  metric: string,
  { span, ...whose }: BoardAsked,
  nowMs: number,
  zone: string,
): Asked {
  if (span === 'today') {
    const day = dayIn(zone, nowMs);
    return { metric, from: day, to: addDays(day, 1), zone, ...whose };
  }
  const length = span === 'hour' ? hourMs : secondMs;
  return {
    metric,
    from: new Date(nowMs - length).toISOString(),
    to: new Date(nowMs).toISOString(),
    zone,
    ...whose,
  };
}

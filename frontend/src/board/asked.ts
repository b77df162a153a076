import type { Asked } from '../api/reports';
import { addDays, beginOf, dayIn, hourMs } from '../figures/days';
import type { BoardAsked } from '../live/board';

const secondMs = 1000;

/** A day as it is, or as much of the day before as has passed of it. */
function dayAsked(nowMs: number, zone: string, before: boolean): Pick<Asked, 'from' | 'to'> {
  const day = dayIn(zone, nowMs);
  if (!before) return { from: day, to: addDays(day, 1) };
  const yesterday = addDays(day, -1);
  const end = Math.min(beginOf(yesterday, zone) + nowMs - beginOf(day, zone), beginOf(day, zone));
  return { from: yesterday, to: new Date(end).toISOString() };
}

/** What is asked for when a number of the board is opened: its span as it is now, or the one before. */
export function factsAsked(
  metric: string,
  { span, before, ...whose }: BoardAsked,
  nowMs: number,
  zone: string,
): Asked {
  if (span === 'today')
    return { metric, ...dayAsked(nowMs, zone, before === true), zone, ...whose };
  const length = span === 'hour' ? hourMs : secondMs;
  const to = before ? nowMs - hourMs : nowMs;
  return {
    metric,
    from: new Date(to - length).toISOString(),
    to: new Date(to).toISOString(),
    zone,
    ...whose,
  };
}

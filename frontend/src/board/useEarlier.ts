import { useQuery } from '@tanstack/react-query';
import type { Figure } from '../api/reports';
import { reportsOf } from '../api/reports';
import { addDays, dayIn, hourMs } from '../figures/days';
import { serverNow } from '../live/clock';

const minuteMs = 60_000;

/** What stands has no span before; it is compared with how it stood an hour ago. */
const standing = {
  waiting: 'backlog_waiting',
  open: 'backlog_open',
  overdue: 'backlog_overdue',
  longest_wait: 'oldest_wait',
} as const;

export type Earlier = Partial<Record<string, Figure>>;

/** A report tells the period before along with its own: what stood at its end is what stood an hour ago. */
async function read(team: string | null, zone: string, signal: AbortSignal): Promise<Earlier> {
  const now = serverNow();
  const day = dayIn(zone, now);
  const whose = { zone, ...(team ? { team } : {}) };
  const hour = {
    from: new Date(now - hourMs).toISOString(),
    to: new Date(now).toISOString(),
    ...whose,
  };
  const [all, nobodys, csat] = await Promise.all([
    reportsOf(Object.values(standing), hour, signal),
    reportsOf(['backlog_open'], { ...hour, agent: '' }, signal),
    reportsOf(['csat'], { from: day, to: addDays(day, 1), ...whose }, signal),
  ]);
  const found: Earlier = {};
  const keep = (tile: string, figure: Figure | undefined) => {
    if (figure) found[tile] = figure;
  };
  for (const [tile, metric] of Object.entries(standing)) {
    keep(tile, all[metric]?.previous?.groups[0]);
  }
  keep('unassigned', nobodys.backlog_open?.previous?.groups[0]);
  keep('csat_today', csat.csat?.previous?.groups[0]);
  return found;
}

/** The figures that tiles are compared with and no stream tells, by tile: read once a minute. */
export function useEarlier(team: string | null, zone: string | undefined): Earlier {
  const { data = {} } = useQuery({
    queryKey: ['earlier', team, zone],
    queryFn: ({ signal }) => read(team, zone ?? 'UTC', signal),
    enabled: zone !== undefined,
    refetchInterval: minuteMs,
  });
  return data;
}

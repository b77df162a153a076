import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Figure } from '../api/reports';
import { reportsQuery } from '../api/reports';
import { addDays, dayIn, hourMs } from '../figures/days';
import { useNow } from '../live/clock';

const minuteMs = 60_000;

/** What stands has no span before; it is compared with how it stood an hour ago. */
const standing = {
  waiting: 'backlog_waiting',
  open: 'backlog_open',
  overdue: 'backlog_overdue',
  longest_wait: 'oldest_wait',
} as const;

export type Earlier = Partial<Record<string, Figure>>;

/**
 * The figures that tiles are compared with and no stream tells, by tile: read once a minute. A report tells the period
 * before along with its own, and what stood at the end of that one is what stood an hour ago.
 */
export function useEarlier(team: string | null, zone: string | undefined): Earlier {
  const now = useNow(minuteMs);
  const whose = { ...(zone ? { zone } : {}), ...(team ? { team } : {}) };
  const hour = {
    from: new Date(now - hourMs).toISOString(),
    to: new Date(now).toISOString(),
    ...whose,
  };
  const day = dayIn(zone ?? 'UTC', now);
  const ready = { enabled: zone !== undefined, gcTime: 2 * minuteMs };
  const all = useQuery({ ...reportsQuery(Object.values(standing), hour), ...ready });
  const nobodys = useQuery({ ...reportsQuery(['backlog_open'], { ...hour, agent: '' }), ...ready });
  const today = { from: day, to: addDays(day, 1), ...whose };
  const csat = useQuery({
    ...reportsQuery(['csat'], today),
    ...ready,
    refetchInterval: minuteMs,
  });
  return useMemo(() => {
    const found: Earlier = {};
    const keep = (tile: string, figure: Figure | undefined) => {
      if (figure) found[tile] = figure;
    };
    for (const [tile, metric] of Object.entries(standing)) {
      keep(tile, all.data?.[metric]?.previous?.groups[0]);
    }
    keep('unassigned', nobodys.data?.backlog_open?.previous?.groups[0]);
    keep('csat_today', csat.data?.csat?.previous?.groups[0]);
    return found;
  }, [all.data, nobodys.data, csat.data]);
}

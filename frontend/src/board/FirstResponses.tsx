import { useQuery } from '@tanstack/react-query';
import { ChartSpline, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { Figure } from '../api/reports';
import { reportQuery } from '../api/reports';
import type { Slot } from '../figures/Chart';
import { Chart } from '../figures/Chart';
import { addDays, dayIn, hourMs, hourName, hoursBetween } from '../figures/days';
import { Number } from '../figures/Number';
import { useNow } from '../live/clock';
import { Button } from '../ui/Button';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { Card } from './Card';

const metric = 'first_response_time';
const minuteMs = 60_000;

export type OpenHour = (metric: string, hour: { from: string; to: string }, title: string) => void;

const parts = ['median', 'p90'] as const;

type Shown = { slots: Slot[]; openSlot: (slot: Slot) => void };

/** What the chart shows, to be read and copied. */
function Table({ slots, openSlot }: Shown) {
  return (
    <div
      className="max-h-56 overflow-y-auto"
      role="region"
      aria-label={t('board.responses')}
      tabIndex={0}
    >
      <table className="figures w-full text-small">
        <thead className="text-meta text-ink-2">
          <tr>
            <th scope="col" className="py-1 text-start font-normal">
              {t('reports.by.hour')}
            </th>
            {[...parts, 'n' as const].map((part) => (
              <th key={part} scope="col" className="py-1 ps-3 text-end font-normal">
                {t(`figures.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => {
            const cell = (part: 'median' | 'p90' | 'n', unit: 'seconds' | 'count') => (
              <td key={part} className="py-0.5 ps-3 text-end">
                <Number
                  label={`${slot.full}, ${t(`figures.${part}`)}`}
                  metric={metric}
                  unit={unit}
                  value={part === 'n' ? slot.figure?.n || null : slot.figure?.[part]}
                  onOpen={() => openSlot(slot)}
                  className="justify-end"
                />
              </td>
            );
            return (
              <tr key={slot.key} className="border-t border-line">
                <th scope="row" className="py-0.5 text-start font-normal">
                  {slot.label}
                </th>
                {parts.map((part) => cell(part, 'seconds'))}
                {cell('n', 'count')}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type FirstResponsesProps = {
  team: string | null;
  zone: string | undefined;
  /** Where nobody can press anything. */
  isStill: boolean;
  open: OpenHour;
};

/** How long new customers waited in each hour of today; no stream tells it. */
export function FirstResponses({ team, zone = 'UTC', isStill, open }: FirstResponsesProps) {
  const [asTable, setAsTable] = useState(false);
  const now = useNow(minuteMs);
  const day = dayIn(zone, now);
  const query = useQuery({
    ...reportQuery({
      metric,
      from: day,
      to: addDays(day, 1),
      zone,
      group_by: 'hour',
      ...(team ? { team } : {}),
    }),
    refetchInterval: minuteMs,
  });
  const report = query.data;
  const figures = new Map(report?.groups.map((its): [string, Figure] => [its.key.hour ?? '', its]));
  const slots = report
    ? hoursBetween(Date.parse(report.from), Math.max(now, Date.parse(report.from) + 1)).map(
        (key) => ({
          key,
          label: hourName(key, zone),
          full: hourName(key, zone, true),
          figure: figures.get(key),
        }),
      )
    : [];
  const openSlot = ({ key, full }: Slot) =>
    open(
      metric,
      { from: key, to: new Date(Date.parse(key) + hourMs).toISOString() },
      `${t('board.tile.first_response')}: ${full}`,
    );
  const shown = { slots, openSlot };
  return (
    <Card
      title={t('board.responses')}
      foot={
        <div className="mt-auto flex items-center justify-between gap-2 text-meta text-ink-2">
          <span>{t('board.responsesIn', { zone: zone.replaceAll('_', ' ') })}</span>
          {!isStill && figures.size > 0 && (
            <Button size="small" look="quiet" onClick={() => setAsTable(!asTable)}>
              {asTable ? (
                <ChartSpline size={14} aria-hidden="true" />
              ) : (
                <Table2 size={14} aria-hidden="true" />
              )}
              {t(asTable ? 'board.asChart' : 'board.asTable')}
            </Button>
          )}
        </div>
      }
    >
      {query.isError ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : !report ? (
        <Bar className="h-32" />
      ) : figures.size === 0 ? (
        <p className="text-ink-2">{t('board.noResponses')}</p>
      ) : asTable ? (
        <Table {...shown} />
      ) : (
        <Chart
          title={t('board.responses')}
          isNamed
          metric={metric}
          unit="seconds"
          slots={slots}
          height={isStill ? 100 : 168}
          onOpen={openSlot}
        />
      )}
    </Card>
  );
}

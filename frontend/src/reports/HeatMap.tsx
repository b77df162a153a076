import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Grid3x3, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Asked, Meaning, Report } from '../api/reports';
import { reportQuery } from '../api/reports';
import { addDays, daysBetween } from '../figures/days';
import { Number } from '../figures/Number';
import { serverNow } from '../live/clock';
import { Button } from '../ui/Button';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import type { OpenGroup } from './Charts';
import type { HeatSlot } from './heat';
import { levelsOf, slotsOf, spikesOf, withMedians } from './heat';
import {
  HeatGrid,
  HeatLegend,
  heatUnit,
  hourText,
  slotName,
  spikesIn,
  weekdayName,
} from './HeatGrid';
import { SlotDialog } from './SlotDialog';

/** The server tells hours of three months at most. */
const mostDays = 92;
const comparedDays = 28;
/** Of which a weekly habit is known well enough that what is out of it is worth a mark. */
const habitual = 'conversations_opened';

type HeatMapProps = {
  title: string;
  asked: Asked;
  meaning: Meaning | undefined;
  enabled: boolean;
  open: OpenGroup;
};

function slotsIn(report: Report, earlier: Report | undefined): HeatSlot[] {
  const [from, to, now] = [Date.parse(report.from), Date.parse(report.to), serverNow()];
  const { unit, zone, groups } = report;
  const spikes = earlier && spikesOf(zone, from, to, now, [...earlier.groups, ...groups]);
  return slotsOf(unit, zone, from, to, now, groups, spikes);
}

/** How a slot is made of its hours, in words. */
function wayOf(report: Report, meaning: Meaning | undefined): string {
  if (meaning?.formula === 'durations') return 'median';
  if (meaning?.formula === 'standing' || meaning?.formula === 'oldest') return 'standing';
  if (report.unit === 'ratio') return meaning?.formula === 'balance' ? 'mean' : 'ratio';
  return report.unit === 'count' ? 'count' : 'mean';
}

type TableProps = { report: Report; slots: HeatSlot[]; onOpen: (slot: HeatSlot) => void };

/** The same in rows, to be read and copied. */
function SlotTable({ report, slots, onOpen }: TableProps) {
  const head = (name: string) => (
    <th key={name} scope="col" className="py-1.5 ps-4 text-end font-normal">
      {t(`heat.column.${name}`)}
    </th>
  );
  return (
    <div
      className="max-h-96 overflow-auto"
      role="region"
      aria-label={t('heat.grid', { title: '' })}
      tabIndex={0}
    >
      <table className="figures w-full">
        <thead className="text-meta text-ink-2">
          <tr>
            <th scope="col" className="py-1.5 text-start font-normal">
              {t('heat.column.slot')}
            </th>
            {['value', 'hours', 'n', 'spikes'].map(head)}
          </tr>
        </thead>
        <tbody>
          {slots
            .filter(({ hours }) => hours.length > 0)
            .map((slot) => (
              <tr key={`${slot.weekday} ${slot.hour}`} className="border-t border-line">
                <th scope="row" className="py-1 text-start font-normal whitespace-nowrap">
                  {weekdayName(slot.weekday)} {hourText(slot.hour)}
                </th>
                <td className="py-1 ps-4 text-end">
                  <Number
                    label={slotName(slot)}
                    metric={report.metric}
                    unit={heatUnit(report.unit)}
                    value={slot.value}
                    onOpen={() => onOpen(slot)}
                    className="justify-end font-medium"
                  />
                </td>
                <td className="py-1 ps-4 text-end">{slot.hours.length}</td>
                <td className="py-1 ps-4 text-end">{slot.n}</td>
                <td className="py-1 ps-4 text-end">{spikesIn(slot) || ''}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** Hour × weekday: when in the week a figure is high. */
export function HeatMap({ title, asked, meaning, enabled, open }: HeatMapProps) {
  const [asTable, setAsTable] = useState(false);
  const [chosen, setChosen] = useState<HeatSlot | null>(null);
  const isTooLong = daysBetween(asked.from, asked.to) > mostDays;
  const hourly = { ...asked, group_by: 'hour' };
  const ready = { enabled: enabled && !isTooLong, placeholderData: keepPreviousData };
  const query = useQuery({ ...reportQuery(hourly), ...ready });
  const report = query.data;
  const before = useQuery({
    ...reportQuery({ ...hourly, from: addDays(asked.from, -comparedDays), to: asked.from }),
    enabled: ready.enabled && asked.metric === habitual,
  });
  const hasMedians = meaning?.formula === 'durations';
  const weekly = useQuery({
    ...reportQuery({ ...asked, group_by: 'hour_of_week' }),
    ...ready,
    enabled: ready.enabled && hasMedians,
  });
  const earlier = report?.metric === habitual ? before.data : undefined;
  const medians = hasMedians && weekly.data?.metric === report?.metric ? weekly.data : undefined;
  const slots = useMemo(() => {
    const its = report ? slotsIn(report, earlier) : [];
    return medians ? withMedians(its, medians.groups) : its;
  }, [report, earlier, medians]);
  if (isTooLong) return <p className="text-ink-2">{t('heat.tooLong', { days: mostDays })}</p>;
  if (query.isError) {
    return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (weekly.isError) {
    return <Failed error={weekly.error} onRetry={() => void weekly.refetch()} />;
  }
  if (!report || (hasMedians && !medians)) return <Bar className="h-72" />;
  const { unit } = report;
  const way = wayOf(report, meaning);
  const levels = levelsOf(unit, slots);
  const openHour = (key: string) => {
    setChosen(null);
    open({ hour: key });
  };
  const onOpen = (slot: HeatSlot) => {
    const [only, ...others] = slot.hours;
    if (only && others.length === 0) openHour(only.key);
    else if (only) setChosen(slot);
  };
  return (
    <div className={`flex min-w-0 flex-col gap-3 ${query.isPlaceholderData ? 'opacity-60' : ''}`}>
      <div className="min-w-0">
        <p className="text-small font-medium">{title}</p>
        <p className="text-meta text-ink-2">
          {t(`heat.way.${way}`)} {report.metric === habitual && t('heat.habit')}
        </p>
      </div>
      {asTable ? (
        <SlotTable report={report} slots={slots} onOpen={onOpen} />
      ) : (
        <HeatGrid
          title={title}
          unit={unit}
          isStanding={way === 'standing'}
          slots={slots}
          levels={levels}
          onOpen={onOpen}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <HeatLegend
          unit={unit}
          levels={levels}
          hasSpikes={slots.some((slot) => spikesIn(slot) > 0)}
        />
        <Button size="small" look="quiet" onClick={() => setAsTable(!asTable)}>
          {asTable ? (
            <Grid3x3 size={14} aria-hidden="true" />
          ) : (
            <Table2 size={14} aria-hidden="true" />
          )}
          {t(asTable ? 'heat.asMap' : 'board.asTable')}
        </Button>
      </div>
      {chosen && (
        <SlotDialog
          slot={chosen}
          report={report}
          title={title}
          onOpen={openHour}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}

import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { Unit } from '../api/reports';
import { amount, nothing } from '../figures/format';
import { t } from '../ui/text';
import type { HeatSlot } from './heat';
import { colourOf, movedTo, weekdays } from './heat';

/** The second half of the colours is dark in the light theme and light in the dark one. */
const looks = [
  '',
  'bg-heat-1 text-ink',
  'bg-heat-2 text-ink',
  'bg-heat-3 text-ink',
  'bg-heat-4 text-on-brand',
  'bg-heat-5 text-on-brand',
];
const empty = 'border border-dashed border-line-strong text-ink-3';
const spiked = 'outline-2 -outline-offset-3 outline-current outline-solid font-bold';

/** Averages of counts are no whole numbers. */
export const heatUnit = (unit: Unit): Unit => (unit === 'count' ? 'number' : unit);

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A number as short as a cell is narrow. */
export function brief(unit: Unit, value: number): string {
  if (unit === 'seconds') {
    if (value < minute) return `${Math.round(value)}s`;
    if (value < hour) return `${Math.round(value / minute)}m`;
    return value < 2 * day ? `${Math.round(value / hour)}h` : `${Math.round(value / day)}d`;
  }
  if (unit === 'ratio') return `${Math.round(value * 100)}%`;
  if (Math.abs(value) >= 1000) return `${Math.round(value / 100) / 10}k`;
  return Math.abs(value) < 9.95 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}

const monday = Date.parse('2026-01-05T12:00:00Z');

export const weekdayName = (weekday: number, style: 'short' | 'long' = 'long'): string =>
  new Intl.DateTimeFormat(undefined, { weekday: style, timeZone: 'UTC' }).format(
    monday + weekday * day * 1000,
  );

export const hourText = (its: number): string => `${String(its).padStart(2, '0')}:00`;

export const slotName = ({ weekday, hour: its }: HeatSlot): string =>
  t('heat.slot', { weekday: weekdayName(weekday), from: hourText(its) });

export const spikesIn = ({ hours }: HeatSlot): number => hours.filter(({ spike }) => spike).length;

/** A slot in words: what it comes to, of how many hours, and whether one of them was out of the ordinary. */
export function slotText(slot: HeatSlot, unit: Unit, isStanding: boolean): string {
  const many = spikesIn(slot);
  const hours = slot.hours.length;
  const told =
    hours === 0
      ? t('heat.outside')
      : slot.value === null
        ? t('heat.noValue', { hours })
        : t(`heat.${isStanding ? 'standing' : 'counted'}`, {
            value: amount(heatUnit(unit), slot.value),
            n: slot.n,
            hours,
          });
  return `${slotName(slot)}: ${told}${many ? `. ${t('heat.spikes', { count: many })}` : ''}`;
}

type HeatGridProps = {
  title: string;
  unit: Unit;
  isStanding: boolean;
  slots: HeatSlot[];
  levels: number[];
  onOpen: (slot: HeatSlot) => void;
};

/** Seven rows of twenty-four; one stop of the tabulator, within it the arrows lead. */
export function HeatGrid({ title, unit, isStanding, slots, levels, onOpen }: HeatGridProps) {
  const cells = useRef<(HTMLButtonElement | null)[]>([]);
  const [at, setAt] = useState(9);
  const [over, setOver] = useState<number | null>(null);
  const told = over === null ? undefined : slots[over];
  const move = (event: KeyboardEvent, from: number) => {
    const to = movedTo(from, event.key);
    if (to === null) return;
    event.preventDefault();
    cells.current[to]?.focus();
  };
  const cell = (slot: HeatSlot, index: number) => {
    const { value } = slot;
    const look = value === null ? empty : looks[colourOf(value, levels)];
    return (
      <td key={index} className="p-px">
        <button
          ref={(element) => {
            cells.current[index] = element;
          }}
          type="button"
          tabIndex={index === at ? 0 : -1}
          aria-label={slotText(slot, unit, isStanding)}
          onFocus={() => {
            setAt(index);
            setOver(index);
          }}
          onBlur={() => setOver(null)}
          onMouseEnter={() => setOver(index)}
          onMouseLeave={() => setOver(null)}
          onKeyDown={(event) => move(event, index)}
          onClick={() => onOpen(slot)}
          className="group relative block h-8 w-full rounded-sm"
        >
          <span
            aria-hidden="true"
            className={`flex h-full items-center justify-center rounded-sm text-[11px] tracking-tight group-hover:brightness-95 ${look ?? ''} ${spikesIn(slot) ? spiked : ''}`}
          >
            {value === null ? (slot.hours.length ? nothing : '') : brief(unit, value)}
          </span>
        </button>
      </td>
    );
  };
  return (
    <>
      <p className="figures min-h-5 text-small text-ink-2" aria-hidden="true">
        {told ? slotText(told, unit, isStanding) : ''}
      </p>
      <div className="overflow-x-auto">
        <table
          role="grid"
          aria-label={t('heat.grid', { title })}
          className="figures w-full min-w-[720px] table-fixed border-separate border-spacing-0"
        >
          <thead>
            <tr>
              <td className="sticky start-0 z-10 w-11 bg-panel" />
              {slots.slice(0, 24).map(({ hour: its }) => (
                <th
                  key={its}
                  scope="col"
                  aria-label={hourText(its)}
                  className="pb-1 text-[11px] font-normal text-ink-3"
                >
                  {String(its).padStart(2, '0')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday) => (
              <tr key={weekday}>
                <th
                  scope="row"
                  aria-label={weekdayName(weekday)}
                  className="sticky start-0 z-10 bg-panel pe-2 text-start text-meta font-normal text-ink-2"
                >
                  {weekdayName(weekday, 'short')}
                </th>
                {slots
                  .slice(weekday * 24, weekday * 24 + 24)
                  .map((slot, its) => cell(slot, weekday * 24 + its))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type LegendProps = { unit: Unit; levels: number[]; hasSpikes: boolean };

/** Which numbers each colour stands for. */
export function HeatLegend({ unit, levels, hasSpikes }: LegendProps) {
  const text = (value: number) => amount(heatUnit(unit), value);
  const range = (n: number) => {
    const [from = 0, to] = [levels[n], levels[n + 1]];
    if (to === undefined) return t('heat.from', { from: text(from) });
    return n === 0 ? t('heat.under', { to: text(to) }) : `${text(from)} – ${text(to)}`;
  };
  const entry = (key: string, look: string, words: string) => (
    <li key={key} className="flex items-center gap-1.5">
      <span className={`size-4 shrink-0 rounded-sm ${look}`} aria-hidden="true" />
      {words}
    </li>
  );
  return (
    <ul
      aria-label={t('heat.legend')}
      className="figures flex flex-wrap gap-x-4 gap-y-1 text-meta text-ink-2"
    >
      {levels.map((from, n) => entry(String(from), looks[colourOf(from, levels)] ?? '', range(n)))}
      {entry('none', empty, t('reports.noValue'))}
      {hasSpikes && entry('spike', `bg-heat-1 text-ink ${spiked}`, t('heat.spike'))}
    </ul>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { Figure, Unit } from '../api/reports';
import { amount, first, headline, nothing } from './format';
import { t } from '../ui/text';
import type { Range } from './scale';
import { depthOf, labelled, middleOf, pathOf, runs, ticksOf } from './scale';

/** One unit of time. Its figure is missing where nothing was counted. */
export type Slot = { key: string; label: string; full: string; figure: Figure | undefined };

type ChartProps = {
  title: string;
  metric: string;
  unit: Unit;
  slots: Slot[];
  /** The largest value of all charts that are looked at together. */
  most?: number;
  height?: number;
  /** Where its title stands already. */
  isNamed?: boolean;
  onOpen: (slot: Slot) => void;
};

const usualWidth = 720;

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usualWidth);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

export const mostOf = (metric: string, figures: (Figure | undefined)[]): number =>
  Math.max(
    0,
    ...figures.flatMap((its) => (its ? [Math.abs(headline(metric, its) ?? 0), its.p90 ?? 0] : [])),
  );

const textOf = (metric: string, unit: Unit, { full, figure }: Slot): string => {
  const value = figure ? headline(metric, figure) : null;
  if (!figure || value === null) return `${full}: ${t('reports.noValue')}`;
  const text = amount(unit, value);
  if (figure.p90 === undefined) return `${full}: ${text}`;
  return `${full}: ${t('reports.withP90', {
    name: t(`figures.${first(metric, figure)}`),
    value: text,
    p90: amount(unit, figure.p90),
    n: figure.n,
  })}`;
};

type PlotProps = {
  metric: string;
  unit: Unit;
  slots: Slot[];
  width: number;
  height: number;
  range: Range;
};

/** Two labels at the end of lines, at least a line of text apart. */
function endLabels(lower: number, upper: number): [number, number] {
  const least = 14;
  if (lower - upper >= least) return [lower, upper];
  const middle = (lower + upper) / 2;
  return [middle + least / 2, middle - least / 2];
}

/** A duration as a line, and from it up to the 90th percentile a band. */
function Lines({ metric, slots, width, height, range }: PlotProps) {
  const values = slots.map(({ figure }) => (figure ? headline(metric, figure) : null));
  const at = (n: number, value: number) => ({
    x: middleOf(n, slots.length, width),
    y: depthOf(value, range, height),
  });
  const p90 = (n: number) => slots[n]?.figure?.p90 ?? values[n] ?? 0;
  const last = values.findLastIndex((value) => value !== null);
  const [lowerY, upperY] =
    last < 0 ? [0, 0] : endLabels(at(last, values[last] ?? 0).y, at(last, p90(last)).y);
  const ending = slots[last]?.figure;
  return (
    <>
      {runs(values).map((run) => {
        const lower = run.map((n) => at(n, values[n] ?? 0));
        const upper = run.map((n) => at(n, p90(n)));
        return (
          <g key={run[0]}>
            <path d={`${pathOf([...lower, ...upper.toReversed()])}Z`} className="fill-brand-soft" />
            <path d={pathOf(upper)} className="fill-none stroke-brand-line" strokeWidth={1.5} />
            <path d={pathOf(lower)} className="fill-none stroke-brand" strokeWidth={2} />
            {lower.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={2.5} className="fill-brand" />
            ))}
          </g>
        );
      })}
      {ending?.p90 !== undefined && (
        <g className="text-[11px] font-medium">
          <text x={width + 6} y={lowerY + 4} className="fill-brand">
            {t(`figures.${first(metric, ending)}`)}
          </text>
          <text x={width + 6} y={upperY + 4} className="fill-ink-2">
            {t('figures.p90')}
          </text>
        </g>
      )}
    </>
  );
}

const roomForNumber = 34;

function Bars({ metric, unit, slots, width, height, range }: PlotProps) {
  const band = width / Math.max(1, slots.length);
  const thick = Math.max(1, Math.min(48, band * 0.7));
  const zero = depthOf(0, range, height);
  return slots.map(({ key, figure }, n) => {
    const value = figure ? headline(metric, figure) : null;
    if (value === null) return null;
    const end = depthOf(value, range, height);
    const x = middleOf(n, slots.length, width);
    return (
      <g key={key}>
        <rect
          x={x - thick / 2}
          y={Math.min(zero, end)}
          width={thick}
          height={Math.max(1, Math.abs(zero - end))}
          rx={Math.min(3, thick / 2)}
          className="fill-brand"
        />
        {band >= roomForNumber && (
          <text
            x={x}
            y={value < 0 ? end + 13 : end - 5}
            textAnchor="middle"
            className="figures fill-ink-2 text-[11px]"
          >
            {amount(unit, value)}
          </text>
        )}
      </g>
    );
  });
}

const edge = { top: 18, right: 52, bottom: 22, left: 52 };
const roomForLabel = 62;

/** Figures over time. It says in a sentence what it shows; the table under it has every number of it. */
export function Chart(props: ChartProps) {
  const { title, metric, unit, slots, height = 220, isNamed = false, onOpen } = props;
  const { ref, width: whole } = useWidth();
  const [over, setOver] = useState<number | null>(null);
  const width = Math.max(80, whole - edge.left - (unit === 'seconds' ? edge.right : 8));
  const inner = height - edge.top - edge.bottom;
  const figures = slots.map(({ figure }) => figure);
  const above = ticksOf(unit, props.most ?? mostOf(metric, figures));
  const isSigned = figures.some((figure) => (figure?.value ?? 0) < 0);
  // without a minus at zero
  const ticks = isSigned ? [...above.slice(1).map((tick) => -tick), ...above] : above;
  const range = { low: Math.min(...ticks), top: Math.max(...ticks) };
  const plot = { metric, unit, slots, width, height: inner, range };
  const slot = over === null ? undefined : slots[over];
  const band = width / Math.max(1, slots.length);
  return (
    <figure ref={ref} className="min-w-0">
      <figcaption className="flex min-h-5 flex-wrap items-baseline gap-x-3 text-small">
        {!isNamed && <span className="font-medium">{title}</span>}
        <span className="figures text-ink-2" aria-hidden="true">
          {slot ? textOf(metric, unit, slot) : ''}
        </span>
      </figcaption>
      <svg
        width={whole}
        height={height}
        role="img"
        aria-label={t('reports.chartOf', {
          title,
          from: slots[0]?.full ?? nothing,
          to: slots.at(-1)?.full ?? nothing,
        })}
        className="block max-w-full overflow-visible"
        onMouseLeave={() => setOver(null)}
      >
        <g transform={`translate(${edge.left} ${edge.top})`}>
          {ticks.map((tick) => {
            const y = depthOf(tick, range, inner);
            return (
              <g key={tick}>
                <line x1={0} x2={width} y1={y} y2={y} className="stroke-line" />
                <text x={-8} y={y + 4} textAnchor="end" className="figures fill-ink-3 text-[11px]">
                  {amount(unit, tick)}
                </text>
              </g>
            );
          })}
          {over !== null && (
            <rect x={over * band} width={band} height={inner} className="fill-hover" />
          )}
          {unit === 'seconds' ? <Lines {...plot} /> : <Bars {...plot} />}
          {labelled(slots.length, width, roomForLabel).map((n) => (
            <text
              key={n}
              x={middleOf(n, slots.length, width)}
              y={inner + 16}
              textAnchor="middle"
              className="figures fill-ink-3 text-[11px]"
            >
              {slots[n]?.label}
            </text>
          ))}
          {slots.map((one, n) => (
            <rect
              key={one.key}
              x={n * band}
              width={band}
              height={inner}
              fill="transparent"
              className="cursor-pointer"
              onMouseEnter={() => setOver(n)}
              onClick={() => onOpen(one)}
            />
          ))}
        </g>
      </svg>
    </figure>
  );
}

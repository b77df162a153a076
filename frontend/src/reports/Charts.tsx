import type { Figure, Report, Unit } from '../api/reports';
import type { Slot } from '../figures/Chart';
import { Chart, mostOf } from '../figures/Chart';
import { headline } from '../figures/format';
import { Number } from '../figures/Number';
import { t } from '../ui/text';
import { timeName } from './names';
import type { Grouping, Step } from './question';

export type OpenGroup = (key: Figure['key']) => void;

/** So many charts side by side can still be compared; the rest is in the table. */
const mostCharts = 6;

type ChartsProps = {
  title: string;
  report: Report;
  unit: Unit;
  step: Step | null;
  group: Grouping | undefined;
  axis: string[];
  nameOf: (grouping: Grouping, value: string | null) => string;
  open: OpenGroup;
};

type Part = { value: string | null; figures: Figure[]; n: number };

/** What belongs to one word of the dimension, those with most behind them first. */
function partsOf(figures: Figure[], group: Grouping): Part[] {
  const parts = new Map<string | null, Figure[]>();
  for (const figure of figures) {
    const value = figure.key[group] ?? null;
    parts.set(value, [...(parts.get(value) ?? []), figure]);
  }
  return [...parts]
    .map(([value, its]) => ({ value, figures: its, n: its.reduce((sum, { n }) => sum + n, 0) }))
    .sort((one, other) => other.n - one.n);
}

/** One bar a word, with its number. */
function Ranking({ report, unit, group, nameOf, open }: ChartsProps & { group: Grouping }) {
  const value = (figure: Figure) => headline(report.metric, figure);
  const rows = [...report.groups].sort((one, other) => (value(other) ?? -1) - (value(one) ?? -1));
  const most = Math.max(...rows.map((figure) => Math.abs(value(figure) ?? 0))) || 1;
  return (
    <ul className="flex flex-col gap-1.5">
      {rows.map((figure) => {
        const its = value(figure);
        const name = nameOf(group, figure.key[group] ?? null);
        return (
          <li key={figure.key[group] ?? ''} className="flex items-center gap-3">
            <span className="w-36 shrink-0 truncate text-small max-tablet:w-24">{name}</span>
            <span className="h-4 min-w-0 flex-1" aria-hidden="true">
              {its !== null && (
                <span
                  className="block h-4 rounded-sm bg-brand"
                  style={{ width: `${Math.max(0.5, (Math.abs(its) / most) * 100)}%` }}
                />
              )}
            </span>
            <span className="w-20 shrink-0 text-end">
              <Number
                label={name}
                metric={report.metric}
                unit={unit}
                value={its}
                onOpen={() => open(figure.key)}
                className="font-medium"
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Over time as one chart, over time and by something as small ones of one scale, else as a ranking. */
export function Charts(props: ChartsProps) {
  const { title, report, unit, step, group, axis, nameOf, open } = props;
  if (!step) return group ? <Ranking {...props} group={group} /> : null;
  const slots = (figures: Figure[]): Slot[] =>
    axis.map((key) => ({
      key,
      label: timeName(step, key, report.zone),
      full: timeName(step, key, report.zone, true),
      figure: figures.find((figure) => figure.key[step] === key),
    }));
  if (!group) {
    return (
      <Chart
        title={title}
        metric={report.metric}
        unit={unit}
        slots={slots(report.groups)}
        onOpen={({ key }) => open({ [step]: key })}
      />
    );
  }
  const parts = partsOf(report.groups, group);
  const most = mostOf(report.metric, report.groups);
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(300px,1fr))] gap-x-6 gap-y-5">
        {parts.slice(0, mostCharts).map(({ value, figures }) => (
          <Chart
            key={value ?? ''}
            title={nameOf(group, value)}
            metric={report.metric}
            unit={unit}
            slots={slots(figures)}
            most={most}
            height={150}
            onOpen={({ key }) => open({ [step]: key, [group]: value })}
          />
        ))}
      </div>
      {parts.length > mostCharts && (
        <p className="mt-3 text-small text-ink-2">
          {t('reports.moreInTable', { count: parts.length - mostCharts })}
        </p>
      )}
    </>
  );
}

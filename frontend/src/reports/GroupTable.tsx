import { useState } from 'react';
import type { Figure, Report, Unit } from '../api/reports';
import { first, nothing, ratio } from '../figures/format';
import { Number } from '../figures/Number';
import { Button } from '../ui/Button';
import { t } from '../ui/text';
import type { OpenGroup } from './Charts';
import { keyName, timeName } from './names';
import type { Grouping } from './question';
import { steps } from './question';

type Column = { name: string; unit: Unit; value: (figure: Figure) => number | null | undefined };

const n: Column = { name: 'n', unit: 'count', value: (figure) => figure.n };

const value = (unit: Unit): Column => ({ name: 'value', unit, value: (figure) => figure.value });

const durations = (leading: 'median' | 'mean'): Column[] =>
  [...new Set([leading, 'median', 'p90', 'mean', 'p99', 'min', 'max'] as const)].map((name) => ({
    name,
    unit: 'seconds',
    value: (figure) => figure[name],
  }));

/** A duration that is one moment's has no percentiles. */
function columnsOf(metric: string, unit: Unit, rows: Figure[]): Column[] {
  const leading = first(
    metric,
    rows.find(({ median }) => median !== undefined),
  );
  if (leading !== 'value') return [...durations(leading), n];
  if (unit === 'ratio') {
    return [value(unit), { name: 'hits', unit: 'count', value: (figure) => figure.hits }, n];
  }
  return unit === 'number' ? [value(unit), n] : [value(unit)];
}

const atFirst = 100;

type GroupTableProps = {
  report: Report;
  unit: Unit;
  rows: Figure[];
  nameOf: (grouping: Grouping, value: string | null) => string;
  open: OpenGroup;
};

/** Every group with every number of it: what a chart shows, to be read and copied. */
export function GroupTable({ report, unit, rows, nameOf, open }: GroupTableProps) {
  const [all, setAll] = useState(false);
  const parts = Object.keys(rows[0]?.key ?? {});
  const columns = columnsOf(report.metric, unit, rows);
  const hasInterval = rows.some(({ interval }) => interval);
  const shown = all ? rows : rows.slice(0, atFirst);
  const cell = (part: string, value: string | null) => {
    const step = steps.find((one) => one === part);
    return step && value !== null
      ? timeName(step, value, report.zone, true)
      : nameOf(part as Grouping, value);
  };
  return (
    <>
      <div className="overflow-x-auto" role="region" aria-label={t('reports.table')} tabIndex={0}>
        <table className="figures w-full">
          <thead className="text-meta text-ink-2">
            <tr>
              {parts.map((part) => (
                <th key={part} scope="col" className="py-1.5 pe-4 text-start font-normal">
                  {t(`reports.by.${part}`)}
                </th>
              ))}
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="py-1.5 ps-4 text-end font-normal">
                  {t(`figures.${name}`)}
                </th>
              ))}
              {hasInterval && (
                <th scope="col" className="py-1.5 ps-4 text-end font-normal">
                  {t('figures.interval')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => {
              const whose = keyName(figure.key, report.zone, nameOf);
              return (
                <tr key={JSON.stringify(figure.key)} className="border-t border-line">
                  {parts.map((part, at) => {
                    const text = cell(part, figure.key[part] ?? null);
                    const look = 'py-1 pe-4 text-start font-normal whitespace-nowrap';
                    return at === 0 ? (
                      <th key={part} scope="row" className={look}>
                        {text}
                      </th>
                    ) : (
                      <td key={part} className={look}>
                        {text}
                      </td>
                    );
                  })}
                  {columns.map(({ name, unit: its, value: valueOf }, at) => (
                    <td key={name} className="py-1 ps-4 text-end whitespace-nowrap">
                      <Number
                        label={`${whose}, ${t(`figures.${name}`)}`}
                        metric={report.metric}
                        unit={its}
                        value={valueOf(figure)}
                        onOpen={() => open(figure.key)}
                        className={`justify-end ${at === 0 ? 'font-medium' : 'text-ink-2'}`}
                      />
                    </td>
                  ))}
                  {hasInterval && (
                    <td className="py-1 ps-4 text-end whitespace-nowrap text-ink-2">
                      {figure.interval
                        ? `${ratio(figure.interval.low)} – ${ratio(figure.interval.high)}`
                        : nothing}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <div className="pt-3 text-center">
          <Button onClick={() => setAll(true)}>
            {t('reports.showAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </>
  );
}

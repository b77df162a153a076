import type { Report, Unit } from '../api/reports';
import { amount, change, changeText, count, first, headline, ratio } from '../figures/format';
import { Number } from '../figures/Number';
import { t } from '../ui/text';

type HeadlineProps = { report: Report; unit: Unit; name: string; open: () => void };

/** The figure of the whole period, and how the period before it was. */
export function Headline({ report, unit, name, open }: HeadlineProps) {
  const figure = report.groups[0];
  const before = report.previous?.groups[0];
  const value = figure ? headline(report.metric, figure) : null;
  const was = before ? headline(report.metric, before) : null;
  const by = changeText(unit, change(unit, value, was));
  const leading = first(report.metric, figure);
  const others = (['median', 'p90', 'mean'] as const).filter(
    (part) => part !== leading && figure?.[part] !== undefined,
  );
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
      <dl className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <div>
          <dt className="text-small text-ink-2">{t(`figures.${leading}`)}</dt>
          <dd className="text-[32px]/10 font-semibold tracking-tight">
            <Number label={name} metric={report.metric} unit={unit} value={value} onOpen={open} />
          </dd>
        </div>
        {others.map((part) => (
          <div key={part}>
            <dt className="text-small text-ink-2">{t(`figures.${part}`)}</dt>
            <dd className="text-page">
              <Number
                label={`${name}, ${t(`figures.${part}`)}`}
                metric={report.metric}
                unit="seconds"
                value={figure?.[part]}
                onOpen={open}
              />
            </dd>
          </div>
        ))}
        {unit !== 'count' && (
          <div>
            <dt className="text-small text-ink-2">{t('figures.n')}</dt>
            <dd className="figures text-page">{count(figure?.n)}</dd>
          </div>
        )}
        <div>
          <dt className="text-small text-ink-2">{t('reports.before')}</dt>
          <dd className="figures text-page">
            {amount(unit, was)}
            {by && <span className="ms-2 text-small text-ink-2">{t('reports.since', { by })}</span>}
          </dd>
        </div>
      </dl>
      <div className="figures flex flex-col justify-end text-meta text-ink-2 empty:hidden">
        {value === null && <p>{t('reports.empty')}</p>}
        {figure?.interval && (
          <p>
            {t('reports.interval', {
              low: ratio(figure.interval.low),
              high: ratio(figure.interval.high),
            })}
          </p>
        )}
        {figure?.provisional !== undefined && (
          <p>{t('reports.provisional', { count: figure.provisional })}</p>
        )}
      </div>
    </div>
  );
}

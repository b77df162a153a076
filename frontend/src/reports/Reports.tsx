import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { siteQuery } from '../api/queries';
import type { Asked, Figure } from '../api/reports';
import { figuresFile, meaningsQuery, reportQuery } from '../api/reports';
import { dayIn } from '../figures/days';
import type { Opened, ToConversation } from '../figures/FactsDrawer';
import { FactsDrawer } from '../figures/FactsDrawer';
import { serverNow } from '../live/clock';
import { buttonClass } from '../ui/Button';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { Charts } from './Charts';
import { Controls, MetricPicker } from './Controls';
import { GroupTable } from './GroupTable';
import { Headline } from './Headline';
import { HeatMap } from './HeatMap';
import { MeaningText } from './MeaningCard';
import { keyName, useNames } from './names';
import { Pictures } from './Pictures';
import { ofAnswers, WhoAnswers } from './WhoAnswers';
import type { ReportSearch, Step } from './question';
import { askedOf, axisOf, daysOf, groupAsked, groupedBy, groupingsOf, stepOf } from './question';

/** With what one begins. */
const firstMetric = 'first_response_time';

type ReportsProps = {
  search: ReportSearch;
  onSearch: (search: ReportSearch) => void;
  to: ToConversation;
  /** The same report of another figure. */
  toMetric: (metric: string, content: ReactNode) => ReactNode;
  glossary: ReactNode;
  back: ReactNode;
};

const panel = 'min-w-0 rounded-lg border border-line bg-panel p-5 max-tablet:p-4';

/** Of time alone every unit has a row, also where nothing was counted. */
function rowsOf(
  groups: Figure[],
  step: Step | null,
  axis: string[],
  isTimeOnly: boolean,
): Figure[] {
  if (!step || !isTimeOnly) return groups;
  return axis.map(
    (key) =>
      groups.find((figure) => figure.key[step] === key) ?? {
        key: { [step]: key },
        n: 0,
        value: null,
      },
  );
}

export function Reports({ search, onSearch, to, toMetric, glossary, back }: ReportsProps) {
  const { data: site } = useQuery(siteQuery);
  const { data: meanings = [] } = useQuery(meaningsQuery);
  const { choices, nameOf } = useNames();
  const [opened, setOpened] = useState<Opened | null>(null);
  const zone = site?.zone ?? 'UTC';
  const metric = search.metric ?? firstMetric;
  const group = groupingsOf(metric).find((one) => one === search.group);
  const meaning = meanings.find(({ id }) => id === metric);
  const name = meaning?.name ?? metric;
  const today = dayIn(zone, serverNow());
  const days = daysOf(search, today);
  const step = stepOf(search, days);
  const asked = askedOf(search, metric, days, zone);
  const grouped = groupedBy(asked, step, group);
  const ready = { enabled: site !== undefined, placeholderData: keepPreviousData };
  const whole = useQuery({ ...reportQuery(asked), ...ready });
  const cut = useQuery({ ...reportQuery(grouped), ...ready });
  // while another figure is under way the former one stands there: its unit is its own
  const report = cut.data;
  const axis =
    report && step
      ? axisOf(
          step,
          days,
          today,
          report.groups.map(({ key }) => key[step] ?? ''),
        )
      : [];
  const open = (key: Figure['key']) =>
    report &&
    setOpened({
      asked: groupAsked(asked, key),
      unit: report.unit,
      title: [name, keyName(key, zone, nameOf)].filter(Boolean).join(': '),
    });
  const change = (next: Change) => onSearch(without({ ...search, ...next }));
  const rows = report ? rowsOf(report.groups, step, axis, group === undefined) : [];
  return (
    <div className="h-full overflow-y-auto">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 pt-5 pb-4 max-tablet:px-3 max-tablet:pt-2">
        {back}
        <h1 className="text-page font-semibold tracking-tight">{t('reports.title')}</h1>
        <MetricPicker
          meanings={meanings}
          metric={metric}
          onMetric={(next) => onSearch({ ...search, metric: next })}
        />
        <span className="flex-1" />
        {glossary}
      </header>
      <div className="flex flex-col gap-4 px-6 pb-8 max-tablet:px-3">
        <Controls
          search={search}
          metric={metric}
          days={days}
          step={step}
          zone={zone}
          choices={choices}
          onChange={change}
        />
        <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-4 max-wide:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-4">
            <section aria-label={t('reports.whole')} className={panel}>
              {whole.isError ? (
                <Failed error={whole.error} onRetry={() => void whole.refetch()} />
              ) : whole.data ? (
                <Headline
                  report={whole.data}
                  unit={whole.data.unit}
                  name={name}
                  open={() => open({})}
                />
              ) : (
                <Bar className="h-16" />
              )}
            </section>
            <section aria-label={t('reports.chart')} className={panel}>
              <Pictures view={search.view} onView={(view) => change({ view })}>
                {search.view === 'week' ? (
                  <HeatMap
                    title={name}
                    asked={asked}
                    meaning={meaning}
                    enabled={ready.enabled}
                    open={open}
                  />
                ) : report && rows.some(({ value }) => value !== null) && (step ?? group) ? (
                  <div className={cut.isPlaceholderData ? 'opacity-60' : ''}>
                    <Charts
                      title={name}
                      report={report}
                      unit={report.unit}
                      step={step}
                      group={group}
                      axis={axis}
                      nameOf={nameOf}
                      open={open}
                    />
                  </div>
                ) : report ? (
                  <p className="text-ink-2">{t('reports.nothingToDraw')}</p>
                ) : (
                  <Bar className="h-40" />
                )}
              </Pictures>
            </section>
            {report && rows.length > 0 && (
              <section
                aria-label={t('reports.table')}
                className={`${panel} ${cut.isPlaceholderData ? 'opacity-60' : ''}`}
              >
                <GroupTable
                  report={report}
                  unit={report.unit}
                  rows={rows}
                  nameOf={nameOf}
                  open={open}
                />
                <Files asked={grouped} />
              </section>
            )}
            {cut.isError && <Failed error={cut.error} onRetry={() => void cut.refetch()} />}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {meaning && (
              <aside aria-label={t('reports.meaning')} className={panel}>
                <h2 className="mb-3 text-title font-semibold">{meaning.name}</h2>
                <MeaningText
                  meaning={meaning}
                  other={(id) =>
                    toMetric(
                      id,
                      <span className="text-brand underline underline-offset-2">
                        {meanings.find((one) => one.id === id)?.name ?? id}
                      </span>,
                    )
                  }
                />
              </aside>
            )}
            {ofAnswers.includes(metric) && site && (
              <WhoAnswers asked={asked} className={panel} onOpen={setOpened} />
            )}
          </div>
        </div>
      </div>
      {opened && <FactsDrawer opened={opened} to={to} onClose={() => setOpened(null)} />}
    </div>
  );
}

const Files = ({ asked }: { asked: Asked }) => (
  <div className="mt-4 flex justify-end">
    <a href={figuresFile(asked)} download className={buttonClass('plain')}>
      <Download size={15} aria-hidden="true" /> {t('figures.csv')}
    </a>
  </div>
);

type Change = { [K in keyof ReportSearch]: ReportSearch[K] | undefined };

const without = (search: Change) =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as ReportSearch;

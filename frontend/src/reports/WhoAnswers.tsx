import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { Asked, Figure } from '../api/reports';
import { reportQuery } from '../api/reports';
import { ratio } from '../figures/format';
import type { Opened } from '../figures/FactsDrawer';
import { Bar } from '../ui/States';
import { t } from '../ui/text';
import { isBiased } from './bias';
import { groupAsked } from './question';

/** Figures that speak for those who answered only. */
export const ofAnswers = ['csat', 'csat_mean', 'survey_response_rate'];

type WhoAnswersProps = { asked: Asked; className: string; onOpen: (opened: Opened) => void };

/** How many of those who were asked answered, by how their matter came out: who is silent is in no satisfaction. */
export function WhoAnswers({ asked, className, onOpen }: WhoAnswersProps) {
  const question = { ...asked, metric: 'survey_response_rate' };
  const { data: report } = useQuery(reportQuery({ ...question, group_by: 'outcome' }));
  const rates = report?.groups ?? [];
  const open = (figure: Figure) =>
    onOpen({
      asked: groupAsked(question, figure.key),
      unit: 'ratio',
      title: `${t('reports.whoAnswers')}: ${nameOf(figure)}`,
    });
  return (
    <section aria-label={t('reports.whoAnswers')} className={className}>
      <h2 className="mb-1 text-title font-semibold">{t('reports.whoAnswers')}</h2>
      <p className="mb-3 text-small text-ink-2">{t('reports.whoAnswersText')}</p>
      {!report && <Bar className="h-16" />}
      {report && rates.length === 0 && (
        <p className="text-small text-ink-2">{t('reports.nobodyAsked')}</p>
      )}
      <dl className="flex flex-col gap-2.5">
        {rates.map((figure) => (
          <div key={figure.key.outcome}>
            <dt className="flex justify-between gap-3 text-small">
              {nameOf(figure)}
              <button
                type="button"
                className="figures shrink-0 font-semibold whitespace-nowrap hover:underline"
                aria-label={t('reports.openOutcome', { name: nameOf(figure) })}
                onClick={() => open(figure)}
              >
                {t('reports.answered', {
                  rate: ratio(figure.value ?? 0),
                  hits: figure.hits ?? 0,
                  n: figure.n,
                })}
              </button>
            </dt>
            <dd className="mt-1 h-1.5 overflow-hidden rounded-full bg-line">
              <div className="h-full bg-brand" style={{ width: `${(figure.value ?? 0) * 100}%` }} />
            </dd>
          </div>
        ))}
      </dl>
      {isBiased(rates) && (
        <p role="note" className="mt-3 flex gap-2 text-small text-warn">
          <TriangleAlert size={16} className="mt-0.5 shrink-0" aria-hidden="true" />
          {t('reports.biased')}
        </p>
      )}
    </section>
  );
}

const nameOf = ({ key }: Figure): string => t(`reports.outcomeName.${key.outcome}`);

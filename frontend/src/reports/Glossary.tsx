import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { meaningsQuery } from '../api/reports';
import { fieldClass } from '../ui/Field';
import { Failed } from '../ui/States';
import { t } from '../ui/text';
import { familiesOf } from './Controls';
import { MeaningText } from './MeaningCard';

type GlossaryProps = {
  toMetric: (metric: string, content: ReactNode) => ReactNode;
  reports: ReactNode;
  back: ReactNode;
};

/** Every figure there is, with what it is made of. */
export function Glossary({ toMetric, reports, back }: GlossaryProps) {
  const { data: meanings = [], isError, error, refetch } = useQuery(meaningsQuery);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = meanings.filter(({ id, name, words }) =>
    `${id} ${name} ${words}`.toLowerCase().includes(wanted),
  );
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-[860px] px-6 py-5 max-tablet:px-3">
        <header className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          {back}
          <h1 className="text-page font-semibold tracking-tight">{t('glossary.title')}</h1>
          <span className="flex-1" />
          {reports}
        </header>
        <p className="mb-4 max-w-[65ch] text-ink-2">{t('glossary.text')}</p>
        <input
          type="search"
          aria-label={t('reports.findMetric')}
          placeholder={t('reports.findMetric')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          className={`${fieldClass} h-9 max-tablet:text-write`}
        />
        {isError && <Failed error={error} onRetry={() => void refetch()} />}
        {shown.length === 0 && meanings.length > 0 && (
          <p className="py-6 text-ink-2">{t('ui.nothingFound')}</p>
        )}
        {familiesOf(shown).map((family) => (
          <section key={family} aria-labelledby={`family-${family}`} className="mt-7">
            <h2 id={`family-${family}`} className="mb-3 text-title font-semibold">
              {t(`figures.family.${family}`)}
            </h2>
            <div className="divide-y divide-line rounded-lg border border-line bg-panel">
              {shown
                .filter((meaning) => meaning.family === family)
                .map((meaning) => (
                  <article key={meaning.id} id={meaning.id} className="scroll-mt-4 px-5 py-4">
                    <h3 className="mb-2 font-semibold">
                      {toMetric(
                        meaning.id,
                        <span className="hover:underline">{meaning.name}</span>,
                      )}
                    </h3>
                    <MeaningText
                      meaning={meaning}
                      other={(id) => (
                        <a href={`#${id}`} className="text-brand underline underline-offset-2">
                          {meanings.find((one) => one.id === id)?.name ?? id}
                        </a>
                      )}
                    />
                  </article>
                ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Meaning } from '../api/reports';
import { t } from '../ui/text';

type MeaningTextProps = {
  meaning: Meaning;
  /** A way to another figure, by its id. */
  other: (id: string) => ReactNode;
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt className="text-meta font-medium text-ink-2">{title}</dt>
    <dd>{children}</dd>
  </div>
);

/** What a figure is made of, what it says, and what it does not. */
export function MeaningText({ meaning, other }: MeaningTextProps) {
  return (
    <div className="flex flex-col gap-2.5 text-small">
      <dl className="flex flex-col gap-2.5">
        <Part title={t('reports.formula')}>{meaning.words}</Part>
        <Part title={t('reports.tells')}>{meaning.tells}</Part>
        <Part title={t('reports.doesNotTell')}>{meaning.does_not_tell}</Part>
        {meaning.read_with.length > 0 && (
          <Part title={t('reports.readWith')}>
            <ul className="flex flex-wrap gap-x-4 gap-y-1 leading-6">
              {meaning.read_with.map((id) => (
                <li key={id}>{other(id)}</li>
              ))}
            </ul>
          </Part>
        )}
      </dl>
      <p className="text-meta text-ink-2">
        {t('reports.counted', {
          what: meaning.counted,
          id: meaning.id,
          version: meaning.version,
        })}
      </p>
    </div>
  );
}

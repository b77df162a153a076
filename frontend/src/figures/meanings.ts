import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Meaning } from '../api/reports';
import { meaningsQuery } from '../api/reports';
import { t } from '../ui/text';

/** What each figure means, by its id. */
export function useMeanings(): Record<string, Meaning> {
  const { data } = useQuery(meaningsQuery);
  return useMemo(() => Object.fromEntries((data ?? []).map((one) => [one.id, one])), [data]);
}

/** A definition as short as a tooltip; where there is no value it says that too. */
export function meaningText(meaning: Meaning | undefined, isMissing: boolean): string {
  const words = meaning
    ? t('figures.definition', {
        name: meaning.name,
        words: meaning.words,
        version: meaning.version,
      })
    : t('figures.undefined');
  return isMissing ? `${t('figures.noValue')} ${words}` : words;
}

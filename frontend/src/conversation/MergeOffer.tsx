import { GitBranch, GitMerge } from 'lucide-react';
import { useState } from 'react';
import type { Conversation } from '../api/types';
import { subjectOf } from '../api/words';
import { t } from '../ui/text';
import { worthOffering } from './offers';

const place = 'firth.apart';
const mostKept = 200;

function keptApart(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

type MergeOfferProps = {
  its: Conversation;
  onOpen: (id: string) => void;
  onMerge: (into: { id: string; number: number }) => void;
};

const action = 'min-h-6 shrink-0 rounded-sm px-1 font-medium text-brand hover:underline';

/** Two conversations may be one matter: offered once, never done by itself. */
export function MergeOffer({ its, onOpen, onMerge }: MergeOfferProps) {
  const [apart, setApart] = useState(keptApart);
  const other = worthOffering(its);
  const { related } = its;
  const bar =
    'flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-sunk px-4 text-small text-ink-2';

  if (!other || apart.includes(its.id)) {
    return related && !apart.includes(its.id) ? (
      <button type="button" onClick={() => onOpen(related)} className={`${bar} hover:text-ink`}>
        <GitBranch size={14} aria-hidden="true" /> {t('conversation.related')}
      </button>
    ) : null;
  }
  const dismiss = () => {
    const next = [...apart, its.id].slice(-mostKept);
    localStorage.setItem(place, JSON.stringify(next));
    setApart(next);
  };
  return (
    <div role="region" aria-label={t('merge.offer')} className={`${bar} max-tablet:flex-wrap`}>
      <span className="flex min-w-0 flex-1 items-center gap-2 max-tablet:basis-full max-tablet:pt-1.5">
        <GitMerge size={14} className="shrink-0" aria-hidden="true" />
        <span className="truncate">
          {t('merge.belongs', { number: other.number, subject: subjectOf(other) })}
        </span>
      </span>
      <button type="button" className={action} onClick={() => onOpen(other.id)}>
        {t('merge.open')}
      </button>
      <button type="button" className={action} onClick={() => onMerge(other)}>
        {t('merge.do')}
      </button>
      <button
        type="button"
        className="min-h-6 shrink-0 rounded-sm px-1 text-ink-3 hover:text-ink"
        onClick={dismiss}
      >
        {t('merge.apart')}
      </button>
    </div>
  );
}

import { ArrowUp, PenLine, TriangleAlert } from 'lucide-react';
import type { Conversation, Message } from '../api/types';
import { serverNow, useNow } from '../live/clock';
import { useColleagues } from '../live/Live';
import { t } from '../ui/text';
import { span } from '../ui/time';

const bar = 'flex min-h-8 items-center gap-2 rounded-md px-3 text-small';

/** A thin line over the composer: a colleague is writing too. */
export function Replying({ its }: { its: Conversation }) {
  useNow(10_000);
  const writers = useColleagues(its.id).filter(({ state }) => state === 'composing');
  const first = writers[0];
  if (!first) return null;
  return (
    <p className={`${bar} bg-brand-soft text-brand-strong`} role="status">
      <PenLine size={14} className="shrink-0" aria-hidden="true" />
      <span className="min-w-0 flex-1 truncate">
        {writers.length > 1
          ? t('guard.severalReplying', { name: first.name, count: writers.length - 1 })
          : t(first.draft ? 'guard.drafted' : 'guard.replying', { name: first.name })}
      </span>
      <span className="figures text-meta">{span(Date.parse(first.since), serverNow())}</span>
    </p>
  );
}

/** Something public came while the reply was written. */
export function Missed({ missed, onReview }: { missed: Message[]; onReview: () => void }) {
  const last = missed.at(-1);
  if (!last) return null;
  const name = last.actor.name ?? last.from?.name ?? last.from?.value ?? '';
  return (
    <div className={`${bar} bg-warn-soft text-warn`} role="status">
      <TriangleAlert size={14} className="shrink-0" aria-hidden="true" />
      <span className="min-w-0 flex-1 truncate">
        {t(last.direction === 'in' ? 'guard.wroteAgain' : 'guard.answered', { name })}
        <span className="figures"> · {t('guard.new', { count: missed.length })}</span>
      </span>
      <button
        type="button"
        onClick={onReview}
        className="flex h-6 items-center gap-1 rounded-sm px-1.5 font-medium underline-offset-2 hover:underline"
      >
        <ArrowUp size={13} aria-hidden="true" /> {t('guard.look')}
      </button>
    </div>
  );
}

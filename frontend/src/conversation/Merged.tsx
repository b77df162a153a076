import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, GitMerge } from 'lucide-react';
import { useState } from 'react';
import { separate } from '../api/changes';
import { conversationKey } from '../api/queries';
import type { Conversation, Joining } from '../api/types';
import { subjectOf } from '../api/words';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { clock, exact, moment } from '../ui/time';
import { toast } from '../ui/toasts';
import { Entry } from './Entry';
import { afterwards } from './thread';
import { useConversation, whole } from './useConversation';

const action = 'min-h-6 rounded-sm px-1 font-medium text-brand hover:underline';

/** Takes a merge back; both conversations are then asked for anew. */
export function useSeparate(): (source: string, target: string) => Promise<void> {
  const client = useQueryClient();
  return async (source, target) => {
    try {
      await separate(source);
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
    }
    for (const id of [source, target]) {
      void client.invalidateQueries({ queryKey: conversationKey(id) });
    }
    void client.invalidateQueries({ queryKey: ['list'] });
  };
}

/** What was written in the other conversation, by its own interactions. */
function Messages({ id }: { id: string }) {
  const { data, error, refetch } = useConversation(id);
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bar className="m-3 h-16 animate-pulse" />;
  const known = afterwards(data.interactions);
  return (
    <div className="px-3 pb-3">
      {data.interactions.map((one) =>
        one.type === 'message' || one.type === 'note' ? (
          <div key={one.seq}>
            <p className="pt-3 text-meta text-ink-3 tablet:ps-11">{moment(one.at)}</p>
            <Entry
              conversation={id}
              channel={data.channel}
              its={one}
              joined
              target={false}
              after={known.get(one.seq)}
            />
          </div>
        ) : null,
      )}
    </div>
  );
}

type MergedProps = {
  target: Conversation;
  its: Joining & { type: 'merged' };
  onOpen: (id: string) => void;
};

/** A conversation that was merged into this one: one line, and all of it when it is unfolded. */
export function Merged({ target, its, onOpen }: MergedProps) {
  const [open, setOpen] = useState(false);
  const takeBack = useSeparate();
  const { data: source } = useQuery({
    queryKey: conversationKey(its.from),
    queryFn: ({ signal }) => whole(its.from, signal),
    staleTime: Infinity,
  });
  return (
    <section
      id={`seq-${its.seq}`}
      aria-label={t('merge.block', { number: its.number })}
      className="mt-4 overflow-hidden rounded-lg border border-line bg-canvas"
    >
      <div className="flex flex-wrap items-center gap-x-2 px-2 py-1.5 text-small">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-7 min-w-0 basis-full items-center gap-2 rounded-md px-1 text-start hover:bg-hover"
        >
          {open ? (
            <ChevronDown size={14} className="shrink-0" />
          ) : (
            <ChevronRight size={14} className="shrink-0" />
          )}
          <GitMerge size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
          <span className="truncate">
            <span className="figures font-semibold">#{its.number}</span>{' '}
            {source ? subjectOf(source) : ''}
          </span>
        </button>
        <span className="ps-[26px] text-meta text-ink-3" title={exact(its.at)}>
          {t('merge.by', { name: its.actor.name ?? t('activity.firth'), at: clock(its.at) })}
        </span>
        <button type="button" className={action} onClick={() => onOpen(its.from)}>
          {t('merge.open')}
        </button>
        <button type="button" className={action} onClick={() => void takeBack(its.from, target.id)}>
          {t('merge.undo')}
        </button>
      </div>
      {open && <Messages id={its.from} />}
    </section>
  );
}

/** In the place of the composer: this one goes on elsewhere. */
export function MergedInto({ its, onOpen }: { its: Conversation; onOpen: (id: string) => void }) {
  const takeBack = useSeparate();
  const into = its.merged_into;
  if (!into) return null;
  const merged = its.interactions.findLast(({ type }) => type === 'merged_into');
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-center gap-x-2 gap-y-1 border-t border-line bg-panel px-4 py-4">
      <GitMerge size={16} className="text-ink-3" aria-hidden="true" />
      <span>
        {merged
          ? t('merge.into', {
              number: into.number,
              name: merged.actor.name ?? t('activity.firth'),
              at: moment(merged.at),
            })
          : t('merge.intoPlain', { number: into.number })}
      </span>
      <button type="button" className={action} onClick={() => onOpen(into.id)}>
        {t('merge.open')}
      </button>
      <button type="button" className={action} onClick={() => void takeBack(its.id, into.id)}>
        {t('merge.undoMerge')}
      </button>
    </div>
  );
}

import { ChevronDown, ChevronUp, Forward, X } from 'lucide-react';
import type { Conversation, Message } from '../api/types';
import { nameOf, personOf } from '../api/words';
import { t } from '../ui/text';
import { clock } from '../ui/time';
import { allOf, usualPeople } from './people';
import type { Composing } from './useComposer';

/** Who it goes to, in one line; where the channel can write to several, the line unfolds. */
export function To({
  its,
  composing,
  open,
  onToggle,
}: {
  its: Conversation;
  composing: Composing;
  open: boolean;
  onToggle: () => void;
}) {
  const { draft, limits } = composing;
  if (draft.kind === 'note') {
    return <span className="truncate text-meta text-note-ink">{t('composer.onlyColleagues')}</span>;
  }
  const people = allOf(draft.people ?? usualPeople(its));
  const [first, ...others] = people;
  const known = first ? (first.name ?? first.value) : null;
  // elsewhere than in mail it goes to whoever is in the conversation
  const name = known ?? (limits?.recipients ? t('composer.toNobody') : nameOf(its));
  const line = (
    <>
      <span>{t('composer.to')}</span>
      <span className="truncate text-ink-2" title={people.map(({ value }) => value).join(', ')}>
        {others.length > 0 ? t('composer.toMore', { name, count: others.length }) : name}
      </span>
    </>
  );
  if (!limits?.recipients) {
    return <span className="flex min-w-0 items-center gap-1.5 text-meta text-ink-3">{line}</span>;
  }
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={t('composer.people', { name })}
      onClick={onToggle}
      className="flex h-7 min-w-0 items-center gap-1.5 rounded-md px-1.5 text-meta text-ink-3 hover:bg-hover hover:text-ink"
    >
      {line}
      {open ? (
        <ChevronUp size={13} className="shrink-0" />
      ) : (
        <ChevronDown size={13} className="shrink-0" />
      )}
    </button>
  );
}

/** Says which message is handed on, with how many files. */
export function Forwarding({ its, composing }: { its: Conversation; composing: Composing }) {
  const { forward } = composing.draft;
  const message = its.interactions.find(
    (one): one is Message => one.type === 'message' && one.seq === forward,
  );
  if (!message) return null;
  return (
    <div className="mx-2 mt-1 flex items-center gap-2 rounded-md bg-sunk px-2.5 py-1 text-small text-ink-2">
      <Forward size={14} className="shrink-0" aria-hidden="true" />
      <span className="min-w-0 flex-1 truncate">
        {t('composer.forwarding', {
          name: message.actor.name ?? (message.from ? personOf(message.from) : ''),
          at: clock(message.at),
          count: message.attachments.length,
        })}
      </span>
      <button
        type="button"
        aria-label={t('composer.endForward')}
        onClick={composing.endForward}
        className="flex size-6 items-center justify-center rounded-sm hover:bg-pressed"
      >
        <X size={13} />
      </button>
    </div>
  );
}

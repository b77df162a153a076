import { CircleCheck, Lock, Reply as ReplyIcon } from 'lucide-react';
import { Hint } from '../ui/Hint';
import { t } from '../ui/text';
import { hindranceText } from './SendButtons';
import type { Composing } from './useComposer';

/** What is written: an answer, or a note that only colleagues see. */
export function Tabs({ composing }: { composing: Composing }) {
  const { kind } = composing.draft;
  const tab = (name: 'reply' | 'note') => (
    <Hint text={t(`command.${name}`)} keys={name === 'reply' ? 'r' : 'n'} side="top">
      <button
        type="button"
        aria-pressed={kind === name}
        onClick={() => composing.setKind(name)}
        className={`flex h-7 items-center gap-1.5 rounded-md px-2.5 text-small font-medium ${
          kind !== name
            ? 'text-ink-2 hover:bg-hover hover:text-ink'
            : name === 'reply'
              ? 'bg-brand-soft text-brand-strong'
              : 'border border-note-line bg-note text-note-ink'
        }`}
      >
        {name === 'reply' ? <ReplyIcon size={14} /> : <Lock size={13} />}
        {t(`composer.${name}`)}
      </button>
    </Hint>
  );
  return (
    <div className="flex gap-1" role="group" aria-label={t('composer.kind')}>
      {tab('reply')}
      {tab('note')}
    </div>
  );
}

/** Where the text is safe, how long it is, and what keeps it from being sent. */
export function Foot({ composing }: { composing: Composing }) {
  const { count, hindered, saving, text } = composing;
  // what is to be filled in has a line of its own
  const why = hindered?.why === 'slot' ? null : hindranceText(hindered);
  const written = text.trim() !== '';
  return (
    <span className="flex min-w-0 flex-1 items-center justify-end gap-2 text-meta text-ink-3">
      {why ? (
        <span
          id="composer-hindrance"
          role="status"
          className="line-clamp-2 text-end font-medium text-bad"
        >
          {why}
        </span>
      ) : (
        written && (
          <span className="flex items-center gap-1 truncate">
            {saving === 'saved' && <CircleCheck size={12} aria-hidden="true" />}
            {saving === 'saved' && t('draft.saved')}
            {saving === 'here' && t('composer.kept')}
          </span>
        )
      )}
      {count?.shown && (
        <span
          className={`figures shrink-0 ${count.over > 0 ? 'font-semibold text-bad' : ''}`}
          aria-label={t('composer.count', { length: count.length, most: count.most })}
        >
          {count.length}/{count.most}
        </span>
      )}
    </span>
  );
}

import { ChevronDown, Lock, Reply as ReplyIcon, SendHorizontal } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import type { Conversation, Then } from '../api/types';
import { nameOf } from '../api/words';
import { usePresence } from '../live/presence';
import { buttonClass } from '../ui/Button';
import { Hint } from '../ui/Hint';
import { Menu, MenuItem } from '../ui/Menu';
import { usePhone } from '../ui/preferences';
import { t } from '../ui/text';
import { CollisionSheet } from './CollisionSheet';
import { Missed, Replying } from './Guard';
import { SnoozeMenu } from './SnoozeMenu';
import type { Composing } from './useComposer';

type ComposerProps = {
  its: Conversation;
  composing: Composing;
  field: RefObject<HTMLTextAreaElement | null>;
  onReview: () => void;
};

/** As high as its text, up to two fifths of the window. */
function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    const most = Math.round(window.innerHeight * 0.4);
    element.style.height = `${Math.min(most, element.scrollHeight)}px`;
    element.style.overflowY = element.scrollHeight > most ? 'auto' : 'hidden';
  }, [field, text]);
}

/** Text copied from documents brings odd blanks and line ends: what is sent is what is seen. */
function pastedText(event: ClipboardEvent<HTMLTextAreaElement>): string | null {
  const text = event.clipboardData.getData('text/plain');
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\u200b|\ufeff/g, '');
  return clean === text ? null : clean;
}

function Tabs({ composing }: { composing: Composing }) {
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

function To({ its, kind }: { its: Conversation; kind: 'reply' | 'note' }) {
  if (kind === 'note') {
    return <span className="truncate text-meta text-note-ink">{t('composer.onlyColleagues')}</span>;
  }
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-meta text-ink-3">
      <span>{t('composer.to')}</span>
      <span className="truncate text-ink-2" title={its.contact.address ?? ''}>
        {its.contact.name ? `${its.contact.name} <${its.contact.address}>` : its.contact.address}
      </span>
    </span>
  );
}

function SendButtons({ composing, onReview }: { composing: Composing; onReview: () => void }) {
  const [snoozing, setSnoozing] = useState(false);
  const { draft, text, missed } = composing;
  const note = draft.kind === 'note';
  const review = missed.length > 0;
  const blocked = text.trim() === '' || draft.outgoing !== undefined;
  const press = (then?: Then) => {
    if (blocked) return;
    if (review) onReview();
    else composing.submit(then);
  };
  const look = buttonClass(note ? 'note' : 'primary');
  const label = note ? t('composer.saveNote') : t(review ? 'composer.review' : 'composer.send');
  return (
    <div className="flex">
      <Hint text={label} keys="Mod+Enter" side="top">
        <button
          type="button"
          aria-disabled={blocked}
          onClick={() => press()}
          className={`${look} ${note ? '' : 'rounded-r-none'}`}
        >
          {!note && <SendHorizontal size={15} aria-hidden="true" />}
          {label}
        </button>
      </Hint>
      {!note && (
        <SnoozeMenu
          open={snoozing}
          onOpenChange={setSnoozing}
          side="top"
          onPick={(until) => press({ status: 'snoozed', snoozed_until: until })}
        />
      )}
      {!note && (
        <Menu
          side="top"
          trigger={
            <button
              type="button"
              aria-label={t('composer.sendAnd')}
              aria-disabled={blocked}
              className={`${look} ml-px rounded-l-none px-1.5!`}
            >
              <ChevronDown size={15} />
            </button>
          }
        >
          <MenuItem
            keys="Mod+Shift+Enter"
            disabled={blocked}
            onSelect={() => press({ status: 'resolved' })}
          >
            {t('composer.sendResolve')}
          </MenuItem>
          <MenuItem disabled={blocked} onSelect={() => press({ status: 'pending' })}>
            {t('composer.sendPending')}
          </MenuItem>
          <MenuItem disabled={blocked} onSelect={() => setTimeout(() => setSnoozing(true))}>
            {t('composer.sendSnooze')}
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

/** Where replies and notes are written. The two differ in tint, border and words, not in colour alone. */
export function Composer({ its, composing, field, onReview }: ComposerProps) {
  const { draft, text, missed, failure } = composing;
  const typed = usePresence(its.id, draft.reply.trim() !== '');
  const note = draft.kind === 'note';
  const phone = usePhone();
  useGrowing(field, text);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      if (missed.length > 0) onReview();
      else composing.submit(event.shiftKey && !note ? { status: 'resolved' } : undefined);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      document.getElementById('conversation-title')?.focus();
    }
  };

  return (
    <section
      aria-label={t(note ? 'composer.note' : 'composer.reply')}
      className="shrink-0 bg-panel px-4 pb-4 max-tablet:px-2 max-tablet:pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <div className="mx-auto flex max-w-[736px] flex-col gap-2">
        <Replying its={its} />
        <Missed missed={missed} onReview={onReview} />
        {failure && (
          <p role="alert" className="rounded-md bg-bad-soft px-3 py-1.5 text-small text-bad">
            {failure}
          </p>
        )}
        <div
          className={`rounded-lg border transition-colors ${note ? 'border-note-line bg-note focus-within:ring-2 focus-within:ring-note-line/50' : 'border-control bg-panel focus-within:border-brand focus-within:ring-2 focus-within:ring-brand/20'}`}
        >
          <div className="flex items-center gap-3 px-2 pt-2">
            <Tabs composing={composing} />
            <To its={its} kind={draft.kind} />
          </div>
          <textarea
            ref={field}
            rows={phone ? 1 : 2}
            aria-label={t(note ? 'composer.noteText' : 'composer.replyText')}
            placeholder={t(note ? 'composer.notePlaceholder' : 'composer.replyPlaceholder', {
              name: nameOf(its),
            })}
            value={text}
            onChange={(event) => {
              composing.setText(event.target.value);
              if (!note) typed();
            }}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              const clean = pastedText(event);
              if (clean === null) return;
              event.preventDefault();
              const { selectionStart: from, selectionEnd: to } = event.currentTarget;
              event.currentTarget.setRangeText(clean, from, to, 'end');
              composing.setText(event.currentTarget.value);
            }}
            className="block w-full resize-none bg-transparent px-3.5 py-2 text-write outline-none"
          />
          <div className="flex items-center gap-2 px-2 pb-2">
            <span className="min-w-0 flex-1 truncate pl-1.5 text-meta text-ink-3">
              {text.trim() !== '' && t('composer.kept')}
            </span>
            <SendButtons composing={composing} onReview={onReview} />
          </div>
        </div>
      </div>
      <CollisionSheet its={its} composing={composing} />
    </section>
  );
}

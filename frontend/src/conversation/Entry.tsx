import { Bot, Code, Link2, Lock, Reply, ShieldAlert } from 'lucide-react';
import { memo, useState } from 'react';
import type { Message, Note } from '../api/types';
import { useNow } from '../live/clock';
import { Avatar } from '../ui/Avatar';
import { Hint } from '../ui/Hint';
import { t } from '../ui/text';
import { clock, exact } from '../ui/time';
import { toast } from '../ui/toasts';
import { Attachments } from './Attachments';
import { Delivery } from './Delivery';
import { MailBody } from './MailBody';
import { isRich } from './mailDocument';
import { Text } from './Text';

type EntryProps = { conversation: string; its: Message | Note; joined: boolean; target: boolean };

const authorOf = (its: Message | Note): string =>
  its.actor.name ??
  (its.type === 'message' ? (its.from?.name ?? its.from?.value) : null) ??
  t('activity.firth');

export const permalink = (conversation: string, seq?: number): string =>
  `${location.origin}/inbox/all/${conversation}${seq === undefined ? '' : `#${seq}`}`;

export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said, { tone: 'good' });
  } catch {
    toast(text);
  }
}

const badge = 'inline-flex items-center gap-1 rounded-sm px-1.5 text-[11px]/4.5 font-medium';

function Badges({ its }: { its: Message | Note }) {
  if (its.type === 'note') {
    return (
      <span className={`${badge} border border-note-line text-note-ink`}>
        <Lock size={10} aria-hidden="true" /> {t('message.note')}
      </span>
    );
  }
  return (
    <>
      {its.unverified && (
        <Hint text={t('message.unverifiedHint')}>
          <span tabIndex={0} className={`${badge} bg-warn-soft text-warn`}>
            <ShieldAlert size={11} aria-hidden="true" /> {t('message.unverified')}
          </span>
        </Hint>
      )}
      {its.origin !== 'human' && (
        <span className={`${badge} bg-sunk text-ink-2`}>
          <Bot size={11} aria-hidden="true" /> {t(`origin.${its.origin}`)}
        </span>
      )}
    </>
  );
}

function Quoted({ text, open, onToggle }: { text: string; open: boolean; onToggle: () => void }) {
  return (
    <div className="mt-2">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="h-6 rounded-sm bg-sunk px-2 text-meta text-ink-2 hover:bg-pressed"
      >
        {t(open ? 'message.hideQuoted' : 'message.showQuoted')}
      </button>
      {open && (
        <Text
          text={text}
          className="mt-2 border-l-2 border-line-strong pl-3 text-small text-ink-2"
        />
      )}
    </div>
  );
}

function Body({ its, author }: { its: Message | Note; author: string }) {
  const [formatted, setFormatted] = useState(its.html !== null && isRich(its.html));
  const [quoted, setQuoted] = useState(false);
  return (
    <>
      {formatted && its.html ? (
        <MailBody
          html={its.html}
          title={t('message.from', { name: author })}
          foldQuotes={!quoted}
        />
      ) : (
        <Text text={its.text} />
      )}
      {its.quoted && <Quoted text={its.quoted} open={quoted} onToggle={() => setQuoted(!quoted)} />}
      {its.html && (
        <button
          type="button"
          onClick={() => setFormatted(!formatted)}
          className="mt-2 flex h-6 items-center gap-1 rounded-sm text-meta text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100"
        >
          <Code size={12} aria-hidden="true" />
          {t(formatted ? 'message.showText' : 'message.showFormatted')}
        </button>
      )}
    </>
  );
}

/** One message or note. What the customer wrote stands on the panel, ours is tinted, notes are amber. */
export const Entry = memo(function Entry({ conversation, its, joined, target }: EntryProps) {
  useNow(60_000);
  const author = authorOf(its);
  const ours = its.type === 'message' && its.direction === 'out';
  const surface =
    its.type === 'note'
      ? 'border-note-line bg-note'
      : ours
        ? 'border-brand-line/60 bg-brand-soft/55'
        : 'border-line bg-panel';

  return (
    <article
      id={`seq-${its.seq}`}
      aria-label={t(its.type === 'note' ? 'message.noteBy' : 'message.from', { name: author })}
      className={`group relative flex scroll-mt-4 gap-3 ${joined ? 'mt-1.5' : 'mt-4'}`}
    >
      <span className="w-8 shrink-0 max-tablet:hidden">{!joined && <Avatar name={author} />}</span>
      <div
        className={`min-w-0 flex-1 rounded-lg border px-4 py-3 ${surface} ${target ? 'ring-2 ring-brand' : ''}`}
      >
        <header className="mb-1.5 flex items-start gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
            {ours && <Reply size={13} className="text-brand" aria-hidden="true" />}
            <span className="font-semibold">{author}</span>
            {its.type === 'message' &&
              its.direction === 'in' &&
              its.from &&
              its.from.value !== author && (
                <span className="truncate text-meta text-ink-3">{its.from.value}</span>
              )}
            <Badges its={its} />
          </div>
          <Hint text={t('message.copyLink')}>
            <button
              type="button"
              aria-label={t('message.copyLink')}
              onClick={() =>
                void copyText(permalink(conversation, its.seq), t('message.linkCopied'))
              }
              className="-my-0.5 flex size-6 items-center justify-center rounded-sm text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100"
            >
              <Link2 size={14} />
            </button>
          </Hint>
          <time dateTime={its.at} title={exact(its.at)} className="pt-0.5 text-meta text-ink-3">
            {clock(its.at)}
          </time>
        </header>
        <Body its={its} author={author} />
        <Attachments attachments={its.attachments} />
        {its.type === 'message' && its.cc.length > 0 && (
          <p className="mt-2 text-meta text-ink-3">
            {t('message.cc', { names: its.cc.map(({ name, value }) => name ?? value).join(', ') })}
          </p>
        )}
        {its.type === 'message' && <Delivery conversation={conversation} message={its} />}
      </div>
    </article>
  );
});

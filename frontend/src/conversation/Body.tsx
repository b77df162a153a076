import { Code, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { pictureUrl } from '../api/pictures';
import type { Content } from '../api/types';
import { isFormatted } from '../ui/markup';
import { t } from '../ui/text';
import { clock, exact } from '../ui/time';
import { Attachments } from './Attachments';
import { MailBody } from './MailBody';
import { isRich } from './mailDocument';
import { Parts } from './Parts';
import { Marked, Text } from './Text';
import type { After } from './thread';

const small =
  'flex h-6 items-center gap-1 rounded-sm text-meta text-ink-3 hover:text-ink focus-visible:opacity-100';

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
          className="mt-2 border-s-2 border-line-strong ps-3 text-small text-ink-2"
        />
      )}
    </div>
  );
}

type BodyProps = {
  conversation: string;
  content: Content & { seq: number };
  author: string;
  raw: string;
  /** Whether its text is what an agent wrote where the reader sees light formatting. */
  marked?: boolean;
};

/** What was written, with its files and what else it held. */
export function Body({ conversation, content, author, raw, marked = false }: BodyProps) {
  const { seq, html, text, quoted: old, attachments, parts = [] } = content;
  // what is not rich says no more than its text
  const rich = html !== null && isRich(html);
  const [formatted, setFormatted] = useState(rich);
  const [quoted, setQuoted] = useState(false);
  const picture = useCallback(
    (address: string) => pictureUrl(conversation, seq, address),
    [conversation, seq],
  );
  const bare = text.trim() === '' && !html && (parts.length > 0 || attachments.length > 0);
  return (
    <>
      {formatted && html ? (
        <MailBody
          html={html}
          title={t('message.from', { name: author })}
          foldQuotes={!quoted}
          pictureUrl={picture}
        />
      ) : (
        !bare && (marked && isFormatted(text) ? <Marked text={text} /> : <Text text={text} />)
      )}
      {old && <Quoted text={old} open={quoted} onToggle={() => setQuoted(!quoted)} />}
      {html && rich && (
        <button
          type="button"
          onClick={() => setFormatted(!formatted)}
          className={`${small} mt-2 opacity-0 group-hover:opacity-100`}
        >
          <Code size={12} aria-hidden="true" />
          {t(formatted ? 'message.showText' : 'message.showFormatted')}
        </button>
      )}
      <Parts parts={parts} raw={raw} />
      <Attachments attachments={attachments} />
    </>
  );
}

/** A message that is gone where it was written. Its readers had it once, so they may look at it again. */
export function Tombstone({ after, ...props }: BodyProps & { after: After }) {
  const [open, setOpen] = useState(false);
  const { removed } = after;
  if (!removed) return null;
  return (
    <>
      <p className="flex items-center gap-2 text-ink-3 italic">
        <Trash2 size={14} className="shrink-0" aria-hidden="true" />
        <span title={exact(removed.at)}>
          {t(removed.by.kind === 'customer' ? 'message.deletedByAuthor' : 'message.deleted')}
        </span>
      </p>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={`${small} mt-1 hover:underline`}
      >
        {t(open ? 'message.hideDeleted' : 'message.showDeleted')}
      </button>
      {open && (
        <div className="mt-1 border-s-2 border-line-strong ps-3 text-ink-2">
          <Body {...props} content={after.content} />
        </div>
      )}
    </>
  );
}

/** That it was edited, and what stood there before. */
export function Edited({ after }: { after: After }) {
  const [open, setOpen] = useState(false);
  if (!after.editedAt || after.removed) return null;
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        title={exact(after.editedAt)}
        onClick={() => setOpen(!open)}
        className={`${small} mt-1.5 hover:underline`}
      >
        {t('message.edited', { at: clock(after.editedAt) })}
      </button>
      {open && (
        <ol className="mt-1 flex flex-col gap-2 border-s-2 border-line-strong ps-3 text-small text-ink-2">
          {after.versions.map(({ at, content }) => (
            <li key={at}>
              <time dateTime={at} className="text-meta text-ink-3">
                {clock(at)}
              </time>
              <Text text={content.text} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

export function Reactions({ after }: { after: After }) {
  if (after.reactions.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-1" aria-label={t('message.reactions')}>
      {after.reactions.map(({ emoji, names }) => (
        <li
          key={emoji}
          title={names.join(', ')}
          className="figures flex h-6 items-center gap-1.5 rounded-full border border-line bg-panel px-2 text-meta"
        >
          <span aria-hidden="true">{emoji}</span>
          {names.length > 1 && <span aria-hidden="true">{names.length}</span>}
          <span className="sr-only">
            {t('message.reacted', { emoji, names: names.join(', ') })}
          </span>
        </li>
      ))}
    </ul>
  );
}

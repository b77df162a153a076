import {
  Bot,
  CircleHelp,
  CornerUpRight,
  Ellipsis,
  FileDown,
  Forward,
  Link2,
  Lock,
  Reply,
  ShieldAlert,
} from 'lucide-react';
import { memo } from 'react';
import { rawUrl } from '../api/deliveries';
import type { Identity, Message, Note } from '../api/types';
import { personOf } from '../api/words';
import { useNow } from '../live/clock';
import { Avatar } from '../ui/Avatar';
import { Hint } from '../ui/Hint';
import { Menu, MenuItem } from '../ui/Menu';
import { t } from '../ui/text';
import { clock, exact } from '../ui/time';
import { toast } from '../ui/toasts';
import { Body, Edited, Reactions, Tombstone } from './Body';
import { showsMarks } from './composing';
import { Delivery } from './Delivery';
import type { After } from './thread';

type EntryProps = {
  conversation: string;
  channel: string;
  its: Message | Note;
  joined: boolean;
  target: boolean;
  after?: After | undefined;
  /** The contact's address: that an answer went there needs no saying. */
  customer?: string | null;
  /** Where messages can be handed on. */
  onForward?: ((seq: number) => void) | undefined;
};

const authorOf = (its: Message | Note): string =>
  its.actor.name ??
  (its.type === 'message' && its.from ? personOf(its.from) : null) ??
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

/** Whether nobody vouches for the sender. Elsewhere than in mail the channel itself does. */
const isClaimed = (its: Message, channel: string) =>
  channel === 'email' && its.direction === 'in' && its.trust === 'claimed' && !its.unverified;

function Badges({ its, channel }: { its: Message | Note; channel: string }) {
  if (its.type === 'note') {
    return (
      <span className={`${badge} border border-note-line text-note-ink`}>
        <Lock size={10} aria-hidden="true" /> {t('message.note')}
      </span>
    );
  }
  return (
    <>
      {its.kind && its.kind !== 'direct' && (
        <span className={`${badge} bg-sunk text-ink-2`}>{t(`message.kind.${its.kind}`)}</span>
      )}
      {its.unverified && (
        <Hint text={t('message.unverifiedHint')}>
          <span tabIndex={0} className={`${badge} bg-warn-soft text-warn`}>
            <ShieldAlert size={11} aria-hidden="true" /> {t('message.unverified')}
          </span>
        </Hint>
      )}
      {isClaimed(its, channel) && (
        <Hint text={t('message.claimedHint')}>
          <span tabIndex={0} className={`${badge} bg-sunk text-ink-2`}>
            <CircleHelp size={11} aria-hidden="true" /> {t('message.claimed')}
          </span>
        </Hint>
      )}
      {its.origin === 'echo' ? (
        <Hint text={t('message.echoHint')}>
          <span tabIndex={0} className={`${badge} bg-sunk text-ink-2`}>
            <CornerUpRight size={11} aria-hidden="true" /> {t('origin.echo')}
          </span>
        </Hint>
      ) : (
        its.origin !== 'human' && (
          <span className={`${badge} bg-sunk text-ink-2`}>
            <Bot size={11} aria-hidden="true" /> {t(`origin.${its.origin}`)}
          </span>
        )
      )}
    </>
  );
}

const names = (all: Identity[]) => all.map(personOf).join(', ');

function Others({ its, customer }: { its: Message; customer: string | null }) {
  const { cc, bcc = [], to } = its;
  const many =
    its.direction === 'out' &&
    to.length > 0 &&
    (to.length > 1 || (customer !== null && to[0]?.value !== customer));
  if (cc.length === 0 && bcc.length === 0 && !many) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 text-meta text-ink-3">
      {many && <span>{t('message.to', { names: names(to) })}</span>}
      {cc.length > 0 && <span>{t('message.cc', { names: names(cc) })}</span>}
      {bcc.length > 0 && <span>{t('message.bcc', { names: names(bcc) })}</span>}
    </p>
  );
}

function More({ conversation, its, onForward }: EntryProps) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('message.more')}
          className="-my-0.5 flex size-6 items-center justify-center rounded-sm text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100 max-tablet:opacity-100"
        >
          <Ellipsis size={15} />
        </button>
      }
    >
      {its.type === 'message' && onForward && (
        <MenuItem icon={<Forward size={15} />} onSelect={() => onForward(its.seq)}>
          {t('message.forward')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Link2 size={15} />}
        onSelect={() => void copyText(permalink(conversation, its.seq), t('message.linkCopied'))}
      >
        {t('message.copyLink')}
      </MenuItem>
      {its.type === 'message' && its.direction === 'in' && (
        <MenuItem
          icon={<FileDown size={15} />}
          onSelect={() => window.open(rawUrl(conversation, its.seq), '_blank', 'noopener')}
        >
          {t('message.raw')}
        </MenuItem>
      )}
    </Menu>
  );
}

/** One message or note. What the customer wrote stands on the panel, ours is tinted, notes are amber. */
export const Entry = memo(function Entry(props: EntryProps) {
  useNow(60_000);
  const { conversation, channel, its, joined, target, after } = props;
  const author = authorOf(its);
  const ours = its.type === 'message' && its.direction === 'out';
  const surface =
    its.type === 'note'
      ? 'border-note-line bg-note'
      : ours
        ? 'border-brand-line/60 bg-brand-soft/55'
        : 'border-line bg-panel';
  const body = {
    conversation,
    content: after?.content ?? its,
    author,
    raw: rawUrl(conversation, its.seq),
    marked: ours && showsMarks(channel),
  };

  return (
    <article
      id={`seq-${its.seq}`}
      aria-label={t(its.type === 'note' ? 'message.noteBy' : 'message.from', { name: author })}
      className={`group relative flex scroll-mt-4 gap-3 ${joined ? 'mt-1.5' : 'mt-4'}`}
    >
      <span className="w-8 shrink-0 max-tablet:hidden">{!joined && <Avatar name={author} />}</span>
      <div
        className={`min-w-0 flex-1 rounded-lg border px-4 py-3 ${surface} ${target ? 'ring-2 ring-brand' : ''} ${after?.removed ? 'border-dashed' : ''}`}
      >
        <header className="mb-1.5 flex items-start gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
            {ours && <Reply size={13} className="text-brand" aria-hidden="true" />}
            <span className="font-semibold">{author}</span>
            {its.type === 'message' &&
              its.direction === 'in' &&
              its.from?.kind === 'email' &&
              its.from.value !== author && (
                <span className="truncate text-meta text-ink-3">{its.from.value}</span>
              )}
            <Badges its={its} channel={channel} />
          </div>
          <More {...props} />
          <time dateTime={its.at} title={exact(its.at)} className="pt-0.5 text-meta text-ink-3">
            {clock(its.at)}
          </time>
        </header>
        {after?.removed ? (
          <Tombstone after={after} {...body} />
        ) : (
          <Body key={after?.editedAt} {...body} />
        )}
        {after && <Edited after={after} />}
        {after && <Reactions after={after} />}
        {its.type === 'message' && (
          <Others its={its} customer={channel === 'email' ? (props.customer ?? null) : null} />
        )}
        {its.type === 'message' && <Delivery conversation={conversation} message={its} />}
      </div>
    </article>
  );
});

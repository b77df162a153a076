import {
  ArrowLeft,
  Check,
  Clock,
  Ellipsis,
  Eye,
  GitMerge,
  Link2,
  MailOpen,
  Moon,
  PanelRight,
  PenLine,
  RotateCcw,
  ShieldX,
} from 'lucide-react';
import type { Conversation, Presence } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { useNow } from '../live/clock';
import { useColleagues } from '../live/Live';
import { Avatar } from '../ui/Avatar';
import { Button, IconButton } from '../ui/Button';
import { Hint } from '../ui/Hint';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Menu, MenuItem, MenuLine } from '../ui/Menu';
import { t } from '../ui/text';
import { exact, span, upcoming } from '../ui/time';
import type { Opened } from './Controls';
import { Controls } from './Controls';
import { copyText, permalink } from './Entry';
import { SnoozeMenu } from './SnoozeMenu';
import type { Actions } from './useActions';

type HeaderProps = {
  its: Conversation;
  actions: Actions;
  opened: Opened;
  onOpened: (opened: Opened) => void;
  contextOpen: boolean;
  onContext: () => void;
  onBack: (() => void) | null;
  onUnread: () => void;
  onMerge: () => void;
  onSpam: () => void;
};

/** After the menu has given the focus back. */
const later = (work: () => void) => () => void setTimeout(work);

const doing = ({ state, draft, name }: Presence) =>
  t(state === 'composing' && draft ? 'presence.drafted' : `presence.${state}`, { name });

const shownAtMost = 3;
const noticedMs = 60_000;

function Colleagues({ here }: { here: Presence[] }) {
  if (here.length === 0) return null;
  return (
    <span
      className="flex shrink-0 items-center -space-x-1.5"
      role="group"
      aria-label={t('presence.here')}
    >
      {here.slice(0, shownAtMost).map((one) => (
        <Hint key={one.agent} text={doing(one)}>
          <span
            tabIndex={0}
            role="img"
            aria-label={doing(one)}
            className={`relative rounded-full ring-2 ring-panel ${one.state === 'idle' ? 'opacity-50' : ''}`}
          >
            <Avatar name={one.name} size="small" />
            <span className="absolute -inset-e-1 -bottom-1 flex size-3.5 items-center justify-center rounded-full bg-panel text-brand">
              {one.state === 'composing' ? <PenLine size={10} /> : <Eye size={10} />}
            </span>
          </span>
        </Hint>
      ))}
      {here.length > shownAtMost && (
        <span className="figures ps-3 text-meta text-ink-3">+{here.length - shownAtMost}</span>
      )}
    </span>
  );
}

function About({ its }: { its: Conversation }) {
  const now = useNow();
  const name = nameOf(its);
  const { waiting_since: since } = its;
  const waits = since !== null && now - Date.parse(since) >= noticedMs;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-meta text-ink-3">
      <span className="truncate text-ink-2">{name}</span>
      <span aria-hidden="true">·</span>
      <span className="flex shrink-0 items-center gap-1" title={t(`channel.${its.channel}`)}>
        <ChannelIcon channel={its.channel} size={13} />
        <span className="max-tablet:sr-only">{t(`channel.${its.channel}`)}</span>
      </span>
      <span aria-hidden="true">·</span>
      <Hint text={t('conversation.copyNumber')}>
        <button
          type="button"
          onClick={() => void copyText(`#${its.number}`, t('conversation.numberCopied'))}
          className="figures min-h-6 shrink-0 rounded-sm hover:text-ink"
        >
          #{its.number}
        </button>
      </Hint>
      {its.ownership === 'bot' && (
        <span className="shrink-0 rounded-sm bg-sunk px-1.5 text-ink-2">
          {t('conversation.bot')}
        </span>
      )}
      {its.status_category === 'snoozed' && its.snoozed_until ? (
        <span className="figures flex shrink-0 items-center gap-1" title={exact(its.snoozed_until)}>
          <Moon size={12} aria-hidden="true" />
          {t('conversation.until', { at: upcoming(its.snoozed_until, now) })}
        </span>
      ) : (
        waits && (
          <span
            className="figures flex shrink-0 items-center gap-1 font-medium text-warn"
            title={t('inbox.row.waitsSince', { at: exact(since) })}
          >
            <Clock size={12} aria-hidden="true" />
            {t('conversation.waits', { span: span(Date.parse(since), now) })}
          </span>
        )
      )}
    </p>
  );
}

export function Header(props: HeaderProps) {
  const { its, actions, opened, onOpened, onBack } = props;
  const here = useColleagues(its.id);
  const done = its.status_category === 'resolved' || its.status_category === 'spam';
  return (
    <header className="shrink-0 border-b border-line bg-panel">
      <div className="flex items-center gap-1 px-4 pt-2.5 max-tablet:px-1">
        {onBack && (
          <IconButton label={t('conversation.back')} onClick={onBack}>
            <ArrowLeft size={18} />
          </IconButton>
        )}
        <div className="min-w-0 flex-1">
          <h1
            dir="auto"
            className="truncate text-title font-semibold"
            tabIndex={-1}
            id="conversation-title"
          >
            {subjectOf(its)}
          </h1>
        </div>
        <Colleagues here={here} />
        <span className="w-1" />
        <SnoozeMenu
          open={opened === 'snooze'}
          onOpenChange={(open) => onOpened(open ? 'snooze' : null)}
          onPick={actions.snooze}
          trigger={
            <IconButton label={t('command.snooze')} keys="s">
              <Moon size={16} />
            </IconButton>
          }
        />
        <Menu
          trigger={
            <IconButton label={t('ui.more')}>
              <Ellipsis size={16} />
            </IconButton>
          }
        >
          <MenuItem icon={<MailOpen size={15} />} keys="u" onSelect={props.onUnread}>
            {t('command.unread')}
          </MenuItem>
          <MenuItem
            icon={<Link2 size={15} />}
            keys="Mod+Shift+c"
            onSelect={() => void copyText(permalink(its.id), t('message.linkCopied'))}
          >
            {t('command.copyLink')}
          </MenuItem>
          <MenuLine />
          {!its.merged_into && (
            <MenuItem icon={<GitMerge size={15} />} keys="Shift+m" onSelect={later(props.onMerge)}>
              {t('command.merge')}
            </MenuItem>
          )}
          {its.status_category !== 'spam' && (
            <MenuItem icon={<ShieldX size={15} />} keys="!" onSelect={later(props.onSpam)}>
              {t('command.spam')}
            </MenuItem>
          )}
        </Menu>
        <IconButton
          label={t('command.context')}
          keys="]"
          pressed={props.contextOpen}
          onClick={props.onContext}
        >
          <PanelRight size={16} />
        </IconButton>
        {done ? (
          <Hint text={t('command.reopen')} keys="Shift+e">
            <Button size="small" onClick={actions.reopen} className="ms-1">
              <RotateCcw size={14} /> {t('conversation.reopen')}
            </Button>
          </Hint>
        ) : (
          <Hint text={t('command.resolve')} keys="e">
            <Button size="small" onClick={actions.resolve} className="ms-1">
              <Check size={15} />{' '}
              <span className="max-tablet:sr-only">{t('conversation.resolve')}</span>
            </Button>
          </Hint>
        )}
      </div>
      <div className="px-4 max-tablet:px-3">
        <About its={its} />
      </div>
      <div className="px-4 pt-1.5 pb-2.5 max-tablet:overflow-x-auto max-tablet:px-3 max-tablet:[&>div]:flex-nowrap">
        <Controls its={its} actions={actions} opened={opened} onOpened={onOpened} />
      </div>
    </header>
  );
}

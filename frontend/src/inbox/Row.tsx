import { useQuery } from '@tanstack/react-query';
import { Check, Clock, Eye, Moon, PenLine } from 'lucide-react';
import type { MouseEvent } from 'react';
import { memo } from 'react';
import { draftsQuery } from '../api/drafts';
import { isUnread } from '../api/order';
import type { Item, Label, Presence } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { listedText } from '../live/draftSync';
import { useDraft } from '../live/drafts';
import { useColleagues, useCustomerTyping } from '../live/Live';
import { Avatar } from '../ui/Avatar';
import { ChannelIcon } from '../ui/ChannelIcon';
import { isFormatted, toText } from '../ui/markup';
import type { Preferences } from '../ui/preferences';
import { t } from '../ui/text';
import { ago, exact, span, upcoming } from '../ui/time';
import { rowName } from './rowText';

export const rowHeights: Record<Preferences['density'], number> = {
  comfortable: 76,
  compact: 56,
  line: 40,
};

/** A wait that is shown. */
const noticedMs = 60_000;

type RowProps = {
  item: Item;
  index: number;
  gone: boolean;
  density: Preferences['density'];
  open: boolean;
  focusable: boolean;
  selected: boolean;
  selecting: boolean;
  showStatus: boolean;
  status: string;
  labels: Label[];
  me: string | undefined;
  now: number;
  onOpen: (id: string) => void;
  onSelect: (id: string, range: boolean) => void;
};

function Preview({ item, me, here }: { item: Item; me: string | undefined; here: Presence[] }) {
  const written = useDraft(item.id);
  const { data: kept } = useQuery(draftsQuery);
  const draft = listedText(written, kept, item.id);
  const typing = useCustomerTyping(item.id);
  const writing = here.find(({ state }) => state === 'composing');
  if (typing) {
    return <span className="truncate font-medium text-brand">{t('inbox.row.typing')}</span>;
  }
  if (draft) {
    return (
      <span dir="auto" className="truncate">
        <span className="font-medium text-bad">{t('inbox.row.draft')}</span> {draft}
      </span>
    );
  }
  if (writing) {
    return (
      <span className="flex min-w-0 items-center gap-1 font-medium text-brand">
        <PenLine size={12} className="shrink-0" aria-hidden="true" />
        <span className="truncate">
          {t(writing.draft ? 'inbox.row.drafted' : 'inbox.row.writing', { name: writing.name })}
        </span>
      </span>
    );
  }
  const mine = item.preview_by === 'agent' && item.assignee?.id === me;
  const marked = item.preview_by === 'agent' && isFormatted(item.preview);
  return (
    <span dir="auto" className="truncate">
      {item.preview_by === 'agent' && (
        <span className="text-ink-2">{t(mine ? 'inbox.row.you' : 'inbox.row.agent')} </span>
      )}
      {item.preview_by === 'bot' && <span className="text-ink-2">{t('inbox.row.bot')} </span>}
      {marked ? toText(item.preview) : item.preview}
    </span>
  );
}

function Dots({ item, labels }: { item: Item; labels: Label[] }) {
  if (item.labels.length === 0) return null;
  return (
    <span className="flex shrink-0 items-center gap-1" title={item.labels.join(', ')}>
      {item.labels.slice(0, 2).map((name) => (
        <span
          key={name}
          className="size-2 rounded-full bg-control"
          style={{ backgroundColor: labels.find((label) => label.name === name)?.color }}
        />
      ))}
      {item.labels.length > 2 && (
        <span className="figures text-[11px] text-ink-3">+{item.labels.length - 2}</span>
      )}
    </span>
  );
}

function Marks({
  item,
  now,
  here,
  labels,
}: Pick<RowProps, 'item' | 'now' | 'labels'> & { here: Presence[] }) {
  const { waiting_since: since } = item;
  const waits = since !== null && now - Date.parse(since) >= noticedMs;
  const watching = here.find(({ state }) => state !== 'composing');
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-meta text-ink-3">
      {item.priority === 'urgent' || item.priority === 'high' ? (
        <span
          className={`rounded-sm px-1 text-[11px] font-medium ${item.priority === 'urgent' ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
        >
          {t(`priority.${item.priority}`)}
        </span>
      ) : null}
      <Dots item={item} labels={labels} />
      {watching && (
        <span title={t('presence.viewing', { name: watching.name })}>
          <Eye size={13} className="text-brand" aria-hidden="true" />
        </span>
      )}
      {item.status_category === 'snoozed' && item.snoozed_until ? (
        <span className="figures flex items-center gap-1">
          <Moon size={11} aria-hidden="true" />
          {upcoming(item.snoozed_until, now)}
        </span>
      ) : (
        waits && (
          <span
            className="figures flex items-center gap-1"
            title={t('inbox.row.waitsSince', { at: exact(since) })}
          >
            <Clock size={11} aria-hidden="true" />
            {span(Date.parse(since), now)}
          </span>
        )
      )}
      {item.assignee && (
        <span title={t('inbox.row.assigned', { name: item.assignee.name })}>
          <Avatar name={item.assignee.name} size="tiny" />
        </span>
      )}
    </span>
  );
}

function Tick({ selected, onClick }: { selected: boolean; onClick: (event: MouseEvent) => void }) {
  return (
    <span
      role="checkbox"
      aria-checked={selected}
      aria-label={t('inbox.row.select')}
      onClick={onClick}
      className={`absolute inset-0 m-auto flex size-7 items-center justify-center rounded-full border ${selected ? 'border-brand bg-brand text-on-brand' : 'border-control bg-panel text-transparent hover:border-brand'}`}
    >
      <Check size={15} strokeWidth={3} />
    </span>
  );
}

export const Row = memo(function Row(props: RowProps) {
  const { item, density, open, selected, now, onOpen, onSelect } = props;
  const here = useColleagues(item.id);
  const unread = isUnread(item);
  const name = nameOf(item);
  const tick = (event: MouseEvent) => {
    event.stopPropagation();
    onSelect(item.id, event.shiftKey);
  };
  const subject = (
    <span dir="auto" className={`truncate ${unread ? 'text-ink' : 'text-ink-2'}`}>
      {subjectOf(item)}
    </span>
  );
  const when = (
    <time
      dateTime={item.last_activity_at}
      title={exact(item.last_activity_at)}
      className={`shrink-0 text-meta ${unread ? 'font-medium text-brand' : 'text-ink-3'}`}
    >
      {ago(item.last_activity_at, now)}
    </time>
  );
  const who = (
    <span className={`truncate ${unread ? 'font-semibold text-ink' : 'font-medium text-ink-2'}`}>
      {name}
    </span>
  );
  const marks = <Marks item={item} now={now} here={here} labels={props.labels} />;
  const state = props.showStatus && (
    <span className="shrink-0 rounded-sm bg-sunk px-1 text-[11px]/4 text-ink-2">
      {props.status}
    </span>
  );

  return (
    <div
      id={`row-${item.id}`}
      role="row"
      aria-rowindex={props.index + 1}
      aria-selected={open}
      aria-label={rowName(item, props.status, now)}
      tabIndex={props.focusable ? 0 : -1}
      data-unread={unread || undefined}
      onClick={() => onOpen(item.id)}
      className={`group relative flex h-full cursor-default items-center gap-3 border-b border-line pe-3 ps-3.5 outline-offset-[-2px] select-none ${open ? 'bg-brand-soft' : selected ? 'bg-hover' : 'hover:bg-hover'} ${props.gone ? 'opacity-40' : ''}`}
    >
      {unread && (
        <span className="absolute inset-y-0 inset-s-0 w-[3px] bg-brand" aria-hidden="true" />
      )}
      {density !== 'line' && (
        <span role="gridcell" className="relative flex size-9 shrink-0 items-center justify-center">
          <Avatar
            name={name}
            size={density === 'comfortable' ? 'large' : 'normal'}
            className={props.selecting ? 'invisible' : 'group-hover:invisible'}
          />
          <span className={props.selecting ? '' : 'opacity-0 group-hover:opacity-100'}>
            <Tick selected={selected} onClick={tick} />
          </span>
        </span>
      )}
      <span role="gridcell" className="flex min-w-0 flex-1 flex-col">
        {density === 'comfortable' && (
          <>
            <span className="flex items-center gap-1.5">
              {who}
              <ChannelIcon channel={item.channel} size={13} className="text-ink-3" />
              <span className="flex-1" />
              {state}
              {when}
            </span>
            <span className="flex items-center gap-2 text-small">{subject}</span>
            <span className="flex items-center gap-2 text-small/5 text-ink-3">
              <span className="flex min-w-0 flex-1">
                <Preview item={item} me={props.me} here={here} />
              </span>
              {marks}
            </span>
          </>
        )}
        {density === 'compact' && (
          <>
            <span className="flex items-center gap-2">
              {who}
              <ChannelIcon channel={item.channel} size={12} className="text-ink-3" />
              <span className="flex-1" />
              {state}
              {when}
            </span>
            <span className="flex items-center gap-2 text-small">
              <span className="flex min-w-0 flex-1">{subject}</span>
              {marks}
            </span>
          </>
        )}
        {density === 'line' && (
          <span className="flex items-center gap-2 text-small">
            {selected && <Check size={14} className="shrink-0 text-brand" aria-hidden="true" />}
            <span className="flex w-28 shrink-0 items-center gap-1.5">
              <ChannelIcon channel={item.channel} size={12} className="text-ink-3" />
              {who}
            </span>
            <span className="flex min-w-0 flex-1">{subject}</span>
            {when}
          </span>
        )}
      </span>
    </div>
  );
});

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { statusesQuery } from '../api/queries';
import type { TimelineEntry } from '../api/contacts';
import { timelinePage } from '../api/contacts';
import type { Status } from '../api/types';
import { subjectOf } from '../api/words';
import { useNow } from '../live/clock';
import { Button } from '../ui/Button';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { clock, dayKey, dayName, exact } from '../ui/time';
import { activityText } from './activityText';

type Shown = TimelineEntry['interaction'];

const shownLength = 140;

const short = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
};

/** One thing that happened, in a line. */
function said(its: Shown, statuses: Status[], now: number): string {
  switch (its.type) {
    case 'message':
    case 'note':
      return short(its.text) || t('timeline.noText');
    case 'edited':
      return t('timeline.edited', { text: short(its.text) });
    case 'removed':
      return t('timeline.removed');
    case 'reacted':
      return t('timeline.reacted', { emoji: its.emoji });
    default:
      return activityText(its, statuses, now);
  }
}

const tone = (its: Shown): string => {
  if (its.type === 'note') return 'border-note-line bg-note';
  if (its.type !== 'message') return 'border-transparent text-ink-3';
  return its.direction === 'out' ? 'border-brand-line/60 bg-brand-soft/55' : 'border-line bg-panel';
};

type TimelineProps = {
  contact: string;
  /** The conversation that is open: its entries need no subject. */
  current: string;
  onOpen: (id: string, seq?: number) => void;
};

function Entry({
  its,
  now,
  statuses,
  ...props
}: TimelineProps & {
  its: TimelineEntry;
  now: number;
  statuses: Status[];
}) {
  const { conversation, interaction } = its;
  const other = conversation.id !== props.current;
  const name =
    interaction.type === 'message' || interaction.type === 'note' ? interaction.actor.name : null;
  return (
    <button
      type="button"
      onClick={() => props.onOpen(conversation.id, interaction.seq)}
      className={`flex w-full flex-col gap-0.5 rounded-md border px-2.5 py-1.5 text-start text-small hover:border-line-strong ${tone(interaction)}`}
    >
      <span className="flex w-full items-center gap-1.5 text-meta text-ink-3">
        <ChannelIcon
          channel={conversation.channel}
          size={12}
          label={t(`channel.${conversation.channel}`)}
        />
        <span className="min-w-0 flex-1 truncate">
          {other ? `#${conversation.number} ${subjectOf(conversation)}` : (name ?? '')}
        </span>
        <time dateTime={interaction.at} title={exact(interaction.at)} className="shrink-0">
          {clock(interaction.at)}
        </time>
      </span>
      <span className="line-clamp-3 break-words">
        {other && name && <span className="font-medium">{name}: </span>}
        {said(interaction, statuses, now)}
      </span>
    </button>
  );
}

/** Everything that passed between this person and the house, over all channels, newest first. */
export function Timeline(props: TimelineProps) {
  const { data: statuses = [] } = useQuery(statusesQuery);
  const now = useNow(60_000);
  const pages = useInfiniteQuery({
    queryKey: ['timeline', props.contact],
    queryFn: ({ pageParam, signal }) => timelinePage(props.contact, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  if (pages.isPending) return <Bar className="h-24 animate-pulse" />;
  if (!pages.data) {
    return <Failed error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const entries = pages.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return <p className="text-small text-ink-3">{t('timeline.none')}</p>;
  }
  return (
    <>
      <ol className="flex flex-col gap-1.5">
        {entries.map((its, index) => {
          const day = dayKey(its.interaction.at);
          const before = entries[index - 1];
          return (
            <li key={`${its.conversation.id}-${its.interaction.seq}`}>
              {(!before || dayKey(before.interaction.at) !== day) && (
                <p className="pt-1.5 pb-1 text-meta font-medium text-ink-3">
                  {dayName(its.interaction.at, now)}
                </p>
              )}
              <Entry its={its} now={now} statuses={statuses} {...props} />
            </li>
          );
        })}
      </ol>
      {pages.hasNextPage && (
        <Button
          size="small"
          className="mt-2 w-full"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('timeline.more')}
        </Button>
      )}
    </>
  );
}

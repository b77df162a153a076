import { useQuery } from '@tanstack/react-query';
import { statusesQuery } from '../api/queries';
import type { Found } from '../api/search';
import { nameOf, subjectOf } from '../api/words';
import { useNow } from '../live/clock';
import { Avatar } from '../ui/Avatar';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Snippet } from '../ui/Snippet';
import { t } from '../ui/text';
import { ago, exact } from '../ui/time';

const mostMatches = 3;

type SearchResultsProps = {
  id: string;
  found: Found[];
  at: number;
  onPoint: (index: number) => void;
  onOpen: (its: Found, seq?: number) => void;
};

export const resultId = (id: string, index: number) => `${id}-${index}`;

/** Conversations in which something was found, each with the places. */
export function SearchResults({ id, found, at, onPoint, onOpen }: SearchResultsProps) {
  const { data: statuses = [] } = useQuery(statusesQuery);
  const now = useNow();
  return (
    <ul id={`${id}-list`} role="listbox" aria-label={t('search.results')} className="px-2 pb-4">
      {found.map((its, index) => {
        const { item, matches } = its;
        const status = statuses.find((one) => one.id === item.status)?.name ?? item.status;
        return (
          <li
            key={item.id}
            id={resultId(id, index)}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => onPoint(index)}
            onClick={() => onOpen(its, matches[0]?.seq)}
            className={`flex gap-3 rounded-lg px-3 py-2.5 select-none ${index === at ? 'bg-hover' : ''}`}
          >
            <Avatar name={nameOf(item)} size="large" className="max-tablet:hidden" />
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                <span className="truncate font-semibold">{nameOf(item)}</span>
                <ChannelIcon
                  channel={item.channel}
                  size={13}
                  label={t(`channel.${item.channel}`)}
                  className="text-ink-3"
                />
                <span className="figures shrink-0 text-meta text-ink-3">#{item.number}</span>
                <span className="shrink-0 rounded-sm bg-sunk px-1 text-[11px]/4 text-ink-2">
                  {status}
                </span>
                <span className="flex-1" />
                <time
                  dateTime={item.last_activity_at}
                  title={exact(item.last_activity_at)}
                  className="shrink-0 text-meta text-ink-3"
                >
                  {ago(item.last_activity_at, now)}
                </time>
              </p>
              <p className="truncate text-small">{subjectOf(item)}</p>
              {matches.slice(0, mostMatches).map((match) => (
                <p
                  key={match.seq}
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(its, match.seq);
                  }}
                  className="mt-1 line-clamp-2 border-s-2 border-line ps-2.5 text-small text-ink-2 hover:border-brand hover:text-ink"
                >
                  <Snippet text={match.snippet} />
                </p>
              ))}
              {matches.length > mostMatches && (
                <p className="mt-1 flex items-center gap-1 text-meta text-ink-3">
                  {t('search.moreMatches', { count: matches.length - mostMatches })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

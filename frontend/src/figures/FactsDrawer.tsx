import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Asked, Fact, Unit } from '../api/reports';
import { factsFile, factsOf } from '../api/reports';
import { peopleQuery, teamsQuery } from '../api/queries';
import { Button, buttonClass } from '../ui/Button';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Dialog } from '../ui/Dialog';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { exact, moment } from '../ui/time';
import { Answered } from './Answered';
import { duration, number } from './format';
import { useMeanings } from './meanings';

/** A link to a conversation, at one of its messages. */
export type ToConversation = (id: string, seq: number, content: ReactNode) => ReactNode;

/** What a drawer shows: a question, and in words which figure it is. */
export type Opened = { asked: Asked; unit: Unit; title: string };

type FactsDrawerProps = { opened: Opened; to: ToConversation; onClose: () => void };

/** What a fact adds to its figure. */
function worth(fact: Fact, unit: Unit, hours: Asked['hours']): string | null {
  if (fact.counts !== null) return t(fact.counts ? 'figures.counts' : 'figures.countsNot');
  if (fact.stands !== null) return t(`figures.stands.${fact.stands}`);
  if (fact.part !== null) return t(`figures.part.${fact.part}`);
  if (unit === 'seconds') {
    return duration(hours === 'business' ? fact.business_seconds : fact.wall_seconds);
  }
  return unit === 'number' && fact.amount !== null ? number(fact.amount) : null;
}

function FactRow(props: { fact: Fact; opened: Opened; to: ToConversation; who: string | null }) {
  const { fact, opened, to, who } = props;
  const its = worth(fact, opened.unit, opened.asked.hours);
  const linkClass = 'rounded-sm underline decoration-line-strong underline-offset-4';
  return (
    <li className="flex flex-col gap-0.5 px-5 py-2.5">
      <div className="flex items-baseline gap-2 leading-6">
        <span className="min-w-0 flex-1 truncate font-medium">
          {to(
            fact.conversation,
            fact.opened_by,
            <span className="hover:underline">
              #{fact.number} {fact.subject || t('figures.noSubject')}
            </span>,
          )}
        </span>
        {its && <span className="figures shrink-0 font-semibold">{its}</span>}
      </div>
      <p className="figures flex flex-wrap items-center gap-x-3 text-meta/6 text-ink-2">
        <ChannelIcon channel={fact.dimensions.channel} />
        {to(
          fact.conversation,
          fact.opened_by,
          <time className={linkClass} dateTime={fact.opened_at} title={exact(fact.opened_at)}>
            {t('figures.from', { at: moment(fact.opened_at) })}
          </time>,
        )}
        {fact.closed_at &&
          to(
            fact.conversation,
            fact.closed_by ?? fact.opened_by,
            <time className={linkClass} dateTime={fact.closed_at} title={exact(fact.closed_at)}>
              {t('figures.until', { at: moment(fact.closed_at) })}
            </time>,
          )}
        {who && <span>{who}</span>}
      </p>
      {fact.answer && <Answered answer={fact.answer} />}
    </li>
  );
}

/** The facts behind a figure, with the way to each message, and as a file. */
export function FactsDrawer({ opened, to, onClose }: FactsDrawerProps) {
  const { asked, title } = opened;
  const meaning = useMeanings()[asked.metric];
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const facts = useInfiniteQuery({
    queryKey: ['facts', asked],
    queryFn: ({ pageParam, signal }) => factsOf(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const items = facts.data?.pages.flatMap((page) => page.items) ?? [];
  const whose = ({ dimensions: { agent, team } }: Fact) =>
    [people.find(({ id }) => id === agent)?.name, teams.find(({ id }) => id === team)?.name]
      .filter(Boolean)
      .join(' · ') || null;
  return (
    <Dialog title={title} onClose={onClose} place="side" {...describe(meaning?.words)}>
      <div
        className="min-h-0 flex-1 overflow-y-auto border-t border-line"
        tabIndex={0}
        role="region"
        aria-label={t('figures.behind')}
      >
        {facts.isPending && (
          <div className="flex flex-col gap-4 p-5" role="status" aria-label={t('ui.loading')}>
            {[0, 1, 2, 3].map((n) => (
              <Bar key={n} className="h-9" />
            ))}
          </div>
        )}
        {facts.isError && <Failed error={facts.error} onRetry={() => void facts.refetch()} />}
        {facts.isSuccess && items.length === 0 && (
          <p className="p-5 text-ink-2">{t('figures.nothingBehind')}</p>
        )}
        <ul className="divide-y divide-line">
          {items.map((fact, at) => (
            <FactRow
              key={`${fact.conversation} ${fact.opened_by} ${at}`}
              fact={fact}
              opened={opened}
              to={to}
              who={whose(fact)}
            />
          ))}
        </ul>
        {facts.hasNextPage && (
          <div className="p-4 text-center">
            <Button disabled={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
              {t('figures.more')}
            </Button>
          </div>
        )}
      </div>
      <div className="flex items-center justify-between gap-3 border-t border-line px-5 py-3">
        <span className="figures text-small text-ink-2">
          {facts.isSuccess &&
            t(facts.hasNextPage ? 'figures.shownOfMore' : 'figures.shown', { count: items.length })}
        </span>
        <a href={factsFile(asked)} download className={buttonClass('plain')}>
          <Download size={15} aria-hidden="true" /> {t('figures.csv')}
        </a>
      </div>
    </Dialog>
  );
}

const describe = (words: string | undefined) => (words ? { description: words } : {});

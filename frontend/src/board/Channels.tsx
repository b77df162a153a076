import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CirclePause, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Condition } from '../api/channels';
import { conditionOf } from '../api/channels';
import { channelsQuery } from '../api/queries';
import type { Channel } from '../api/types';
import { useNow } from '../live/clock';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Hint } from '../ui/Hint';
import { t } from '../ui/text';
import { ago, lasting } from '../ui/time';
import { Card } from './Card';

/** No stream tells it. */
const healthQuery = { ...channelsQuery, refetchInterval: 30_000 };

const looks: Record<Condition, { icon: typeof CircleX; tone: string }> = {
  dead: { icon: CircleX, tone: 'text-bad' },
  failing: { icon: TriangleAlert, tone: 'text-warn' },
  late: { icon: TriangleAlert, tone: 'text-warn' },
  paused: { icon: CirclePause, tone: 'text-ink-2' },
  new: { icon: CircleCheck, tone: 'text-ink-2' },
  well: { icon: CircleCheck, tone: 'text-good' },
};

/** In a few words what is known of it. */
function factsOf({ health }: Channel, now: number): string[] {
  return [
    health.last_received
      ? t('board.received', { ago: ago(health.last_received, now) })
      : t('board.neverReceived'),
    health.lag_ms === null ? '' : t('board.lag', { lag: lasting(health.lag_ms) }),
    health.failures > 0 ? t('board.failures', { count: health.failures }) : '',
  ].filter(Boolean);
}

/** Where nothing may be opened, there is no link, and no problem is told: it may name a customer. */
type ChannelsProps = { link: ((id: string, content: ReactNode) => ReactNode) | null };

/** Whether the places where customers write work; a silent failure is the worst of all. */
export function Channels({ link }: ChannelsProps) {
  const { data: channels = [] } = useQuery(healthQuery);
  const now = useNow();
  const there = channels.filter(({ state }) => state !== 'removed');
  if (there.length === 0) return null;
  return (
    <Card title={t('board.channels')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] gap-x-6 gap-y-2">
        {there.map((account) => {
          const condition = conditionOf(account, now);
          const { icon: Icon, tone } = looks[condition];
          const facts = factsOf(account, now).join(' · ');
          return (
            <li key={account.id} className="flex min-w-0 flex-col">
              <span className="flex min-w-0 items-center gap-2">
                <ChannelIcon channel={account.channel} />
                <span className="min-w-0 truncate font-medium">
                  {link
                    ? link(account.id, <span className="hover:underline">{account.name}</span>)
                    : account.name}
                </span>
                <Hint text={(link && account.health.problem) ?? t(`board.condition.${condition}`)}>
                  <span
                    tabIndex={0}
                    role="note"
                    className={`flex shrink-0 items-center gap-1 rounded-sm text-meta font-medium ${tone}`}
                  >
                    <Icon size={14} aria-hidden="true" />
                    {t(`board.condition.${condition}`)}
                  </span>
                </Hint>
              </span>
              <span className="figures text-meta text-ink-2">
                {link ? link(account.id, <span className="hover:underline">{facts}</span>) : facts}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

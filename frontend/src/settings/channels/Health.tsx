import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { conditionOf, isDead } from '../../api/channels';
import type { Channel } from '../../api/types';
import { t } from '../../ui/text';
import { ago, exact, lasting, span } from '../../ui/time';
import { Chip } from '../Page';

const minuteMs = 60_000;

const tones = {
  dead: 'bad',
  paused: 'plain',
  failing: 'warn',
  late: 'warn',
  new: 'plain',
  well: 'good',
} as const;

export function ConditionChip({ account }: { account: Channel }) {
  const condition = conditionOf(account, Date.now());
  return <Chip tone={tones[condition]}>{t(`channels.condition.${condition}`)}</Chip>;
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-meta text-ink-3">{name}</dt>
    <dd className="figures text-small font-medium">{children}</dd>
  </div>
);

const When = ({ at }: { at: string | null }) =>
  at ? (
    <time dateTime={at} title={exact(at)}>
      {ago(at, Date.now())}
    </time>
  ) : (
    <span className="font-normal text-ink-3">{t('channels.never')}</span>
  );

const refusals = (refused: Record<string, number>): string =>
  Object.entries(refused)
    .map(([reason, count]) => t('channels.refusal', { reason, count }))
    .join(', ');

/** How an account is, in figures. */
export function HealthLine({ account }: { account: Channel }) {
  const { health } = account;
  const { lag_ms: lag, oldest_unprocessed: oldest } = health;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(108px,1fr))] gap-x-4 gap-y-2">
      <Fact name={t('channels.lastSuccess')}>
        <When at={health.last_success} />
      </Fact>
      <Fact name={t('channels.lastReceived')}>
        <When at={health.last_received} />
      </Fact>
      {lag !== null && <Fact name={t('channels.lag')}>{lasting(lag)}</Fact>}
      <Fact name={t('channels.failuresTitle')}>
        <span className={health.failures > 0 ? 'text-bad' : ''}>{health.failures}</span>
      </Fact>
      {Object.keys(health.refused).length > 0 && (
        <Fact name={t('channels.refused')}>
          <span title={refusals(health.refused)}>
            {Object.values(health.refused).reduce((sum, count) => sum + count, 0)}
          </span>
        </Fact>
      )}
      <Fact name={t('channels.waiting')}>
        {oldest ? (
          <span title={exact(oldest)}>
            {t('channels.waitsFor', { span: span(Date.parse(oldest), Date.now()) })}
          </span>
        ) : (
          t('channels.nothingWaits')
        )}
      </Fact>
    </dl>
  );
}

type TroubleProps = { account: Channel; admin: boolean; children?: ReactNode };

/** A dead account is loud: what is wrong, since when, and what to do. */
export function Trouble({ account, admin, children }: TroubleProps) {
  const { problem, problem_since: since } = account.health;
  if (!isDead(account)) return null;
  const forMs = since ? Date.now() - Date.parse(since) : 0;
  return (
    <div role="alert" className="flex gap-3 border-y border-bad bg-bad-soft px-4 py-3">
      <TriangleAlert size={18} className="mt-0.5 shrink-0 text-bad" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-bad">
          {forMs < minuteMs
            ? t('channels.dead')
            : t('channels.deadSince', { span: span(0, forMs) })}
        </p>
        <p className="break-words">{problem}</p>
        <p className="mt-1 text-small text-ink-2">
          {t(admin ? `channels.advice.${account.channel}` : 'channels.tellAdministrator')}
        </p>
        {children && <div className="mt-2 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}

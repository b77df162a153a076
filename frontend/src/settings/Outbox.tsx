import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { mailSource, outboxPage, retryDelivery } from '../api/deliveries';
import type { DeliveryState, OutboxEntry } from '../api/types';
import { subjectOf } from '../api/words';
import { Button } from '../ui/Button';
import { MailDialog } from '../ui/MailDialog';
import { Bar, Empty, Failed } from '../ui/States';
import { t } from '../ui/text';
import { ago, exact } from '../ui/time';
import { AccountFilter } from './AccountFilter';
import { Cards, Page } from './Page';
import type { SectionProps } from './Settings';
import { useSaving } from './useSaving';

const states: DeliveryState[] = ['captured', 'failed', 'uncertain', 'pending'];

type EntryProps = {
  its: OutboxEntry;
  onRead: () => void;
  onOpen: () => void;
  onRetry: () => void;
  busy: boolean;
};

function Entry({ its, onRead, onOpen, onRetry, busy }: EntryProps) {
  const stuck = its.state === 'failed' || its.state === 'uncertain';
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-2 py-2.5 pe-3 ps-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate font-medium">{subjectOf(its)}</p>
        <p className="figures truncate text-small text-ink-3">
          {t('outbox.to', { to: its.to ?? '' })} ·{' '}
          <time dateTime={its.at} title={exact(its.at)}>
            {ago(its.at, Date.now())}
          </time>
        </p>
        {its.detail && its.state !== 'captured' && (
          <p className="text-small text-bad">{its.detail}</p>
        )}
      </div>
      <Button look="quiet" size="small" onClick={onOpen}>
        {t('outbox.open', { number: its.number })}
      </Button>
      {its.url && (
        <Button size="small" onClick={onRead}>
          {t('outbox.read')}
        </Button>
      )}
      {stuck && (
        <Button size="small" disabled={busy} onClick={onRetry}>
          <RotateCcw size={14} /> {t('outbox.retry')}
        </Button>
      )}
    </li>
  );
}

export function Outbox({ account, onOpen, onSection }: SectionProps) {
  const [state, setState] = useState<DeliveryState>('captured');
  const [reading, setReading] = useState<OutboxEntry | null>(null);
  const { save, busy } = useSaving(['deliveries']);
  const query = useInfiniteQuery({
    queryKey: ['deliveries', state, account],
    queryFn: ({ pageParam }) => outboxPage({ state, account }, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('settings.outbox')} text={t('outbox.text')}>
      <AccountFilter
        account={account}
        onChange={(one) => onSection('outbox', one ? { account: one } : {})}
      />
      <div className="mb-4 flex flex-wrap gap-1" role="group" aria-label={t('settings.outbox')}>
        {states.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => setState(one)}
            className={`h-8 rounded-md px-3 text-small font-medium ${one === state ? 'bg-brand-soft text-brand-strong' : 'text-ink-2 hover:bg-hover'}`}
          >
            {t(`outbox.state.${one}`)}
          </button>
        ))}
      </div>
      {query.isPending && <Bar className="h-32 animate-pulse" />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <Empty icon={Inbox} title={t('outbox.none')} />}
      {items.length > 0 && (
        <Cards label={t('settings.outbox')}>
          {items.map((its) => (
            <Entry
              key={its.id}
              its={its}
              busy={busy}
              onRead={() => setReading(its)}
              onOpen={() => onOpen(its.conversation, its.seq)}
              onRetry={() =>
                void save(() => retryDelivery(its.conversation, its.seq), t('outbox.retried'))
              }
            />
          ))}
        </Cards>
      )}
      {query.hasNextPage && (
        <Button className="mx-auto mt-4 flex" onClick={() => void query.fetchNextPage()}>
          {t('outbox.more')}
        </Button>
      )}
      {reading?.url && (
        <MailDialog
          title={t('delivery.mailTitle')}
          description={t('delivery.mailText')}
          url={reading.url}
          load={mailSource}
          onClose={() => setReading(null)}
        />
      )}
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Download, RotateCcw, ShieldCheck } from 'lucide-react';
import { quarantineQuery } from '../api/queries';
import { request } from '../api/request';
import type { Quarantined } from '../api/types';
import { Button, buttonClass } from '../ui/Button';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { ago, bytes, exact } from '../ui/time';
import { toast } from '../ui/toasts';
import { AccountFilter } from './AccountFilter';
import { Cards, Page } from './Page';
import { Remote } from './Remote';
import type { SectionProps } from './Settings';
import { useSaving } from './useSaving';

export function Quarantine({ account, onOpen, onSection }: SectionProps) {
  const query = useQuery(quarantineQuery);
  const { save, busy } = useSaving(quarantineQuery.queryKey);
  const retry = async (its: Quarantined) => {
    const done = await save(() =>
      request<{ conversation: string }>('POST', `/api/quarantine/${its.id}/retry`),
    );
    if (!done) return void query.refetch();
    toast(t('quarantine.done'), { tone: 'good' });
    onOpen(done.conversation);
  };
  return (
    <Page title={t('settings.quarantine')} text={t('quarantine.text')}>
      <AccountFilter
        account={account}
        onChange={(one) => onSection('quarantine', one ? { account: one } : {})}
      />
      <Remote query={query}>
        {(all) => {
          const items = all.filter((its) => !account || its.account === account);
          return items.length === 0 ? (
            <Empty
              icon={ShieldCheck}
              title={t('quarantine.none')}
              text={t('quarantine.noneText')}
            />
          ) : (
            <Cards label={t('settings.quarantine')}>
              {items.map((its) => (
                <li key={its.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                  <div className="min-w-0 flex-1 basis-72">
                    <p className="flex items-center gap-2 font-medium break-all">
                      <ChannelIcon
                        channel={its.channel}
                        size={15}
                        label={t(`channel.${its.channel}`)}
                        className="text-ink-3"
                      />
                      {t('quarantine.from', { from: its.from || t('quarantine.unknown') })}
                    </p>
                    <p className="text-small text-bad">{its.reason}</p>
                    <p className="figures text-meta text-ink-3">
                      <time dateTime={its.at} title={exact(its.at)}>
                        {ago(its.at, Date.now())}
                      </time>{' '}
                      · {bytes(its.size)} · {t('quarantine.tries', { count: its.tries })}
                    </p>
                  </div>
                  <a
                    href={`/api/quarantine/${its.id}/raw`}
                    download
                    className={buttonClass('quiet', 'small')}
                  >
                    <Download size={14} /> {t('quarantine.raw')}
                  </a>
                  <Button size="small" disabled={busy} onClick={() => void retry(its)}>
                    <RotateCcw size={14} /> {t('quarantine.retry')}
                  </Button>
                </li>
              ))}
            </Cards>
          );
        }}
      </Remote>
    </Page>
  );
}

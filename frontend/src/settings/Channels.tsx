import { useQuery } from '@tanstack/react-query';
import { Mail, TriangleAlert } from 'lucide-react';
import { channelsQuery } from '../api/queries';
import { Button } from '../ui/Button';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { ago } from '../ui/time';
import { Chip, Page } from './Page';
import { Remote } from './Remote';
import type { SectionProps } from './Settings';

export function Channels({ onSection }: SectionProps) {
  const query = useQuery(channelsQuery);
  return (
    <Page title={t('settings.channels')} text={t('channels.text')}>
      <Remote query={query}>
        {(channels) => (
          <ul className="flex flex-col gap-4">
            {channels.length === 0 && <Empty icon={Mail} title={t('channels.none')} />}
            {channels.map((channel) => (
              <li key={channel.id} className="rounded-lg border border-line bg-panel">
                <div className="flex items-center gap-3 px-4 py-3">
                  <Mail size={18} strokeWidth={1.5} className="text-ink-3" aria-hidden="true" />
                  <span className="flex-1 font-semibold">{channel.name}</span>
                  {channel.health.failures > 0 ? (
                    <Chip tone="bad">
                      {t('channels.failures', { count: channel.health.failures })}
                    </Chip>
                  ) : (
                    <Chip tone="good">{t('channels.healthy')}</Chip>
                  )}
                </div>
                {channel.sending === 'captured' && (
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-warn-soft px-4 py-3">
                    <TriangleAlert size={16} className="shrink-0 text-warn" aria-hidden="true" />
                    <p className="min-w-0 flex-1">
                      <span className="font-semibold text-warn">{t('channels.captured')}.</span>{' '}
                      {t('channels.capturedText')}
                    </p>
                    <Button size="small" onClick={() => onSection('outbox')}>
                      {t('channels.openOutbox')}
                    </Button>
                  </div>
                )}
                <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1 border-t border-line px-4 py-3 text-small">
                  <dt className="text-ink-3">{t('channels.address')}</dt>
                  <dd className="break-all">{channel.address}</dd>
                  <dt className="text-ink-3">{t('channels.sending')}</dt>
                  <dd>{t(channel.sending === 'relay' ? 'channels.relay' : 'channels.captured')}</dd>
                  <dt className="text-ink-3">{t('channels.lastReceived')}</dt>
                  <dd>
                    {channel.health.last_success
                      ? ago(channel.health.last_success, Date.now())
                      : t('channels.nothingYet')}
                  </dd>
                </dl>
              </li>
            ))}
          </ul>
        )}
      </Remote>
    </Page>
  );
}

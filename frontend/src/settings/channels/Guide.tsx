import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { siteQuery } from '../../api/queries';
import type { Channel } from '../../api/types';
import { Copy } from '../../ui/Copy';
import { t } from '../../ui/text';
import { card } from '../Page';
import { curlFor, hookUrl, snippetFor } from './guides';

type StepProps = { title: string; text: string; children: ReactNode };

const Step = ({ title, text, children }: StepProps) => (
  <div className="flex flex-col gap-2">
    <div>
      <h3 className="font-semibold">{title}</h3>
      <p className="text-small text-ink-2">{text}</p>
    </div>
    {children}
  </div>
);

/** What is left to do on the other side: a line for the page, or the address and the signature of a webhook. */
export function Guide({ account }: { account: Channel }) {
  const { data: site } = useQuery(siteQuery);
  if (!site) return null;
  if (account.channel === 'chat') {
    return (
      <section className={card}>
        <Step title={t('guide.chat.title')} text={t('guide.chat.text')}>
          <Copy
            label={t('guide.chat.snippet')}
            value={snippetFor(site.url, account.id)}
            lines={3}
          />
        </Step>
      </section>
    );
  }
  if (account.channel === 'webhook') {
    return (
      <section className={card}>
        <Step title={t('guide.webhook.title')} text={t('guide.webhook.text')}>
          <Copy label={t('guide.webhook.url')} value={hookUrl(site.url, account.id)} />
        </Step>
        <Step title={t('guide.webhook.signTitle')} text={t('guide.webhook.signText')}>
          <Copy
            label={t('guide.webhook.example')}
            value={curlFor(site.url, account.id)}
            lines={9}
          />
        </Step>
      </section>
    );
  }
  return null;
}

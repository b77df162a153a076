import { Check, CheckCheck, CircleAlert, Clock, Eye, Inbox, RotateCcw } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { mailSource, mailUrl, retryDelivery } from '../api/deliveries';
import type { Message } from '../api/types';
import { t } from '../ui/text';
import { toast } from '../ui/toasts';

const MailDialog = lazy(() =>
  import('../ui/MailDialog').then((its) => ({ default: its.MailDialog })),
);

const icons = {
  pending: Clock,
  uncertain: CircleAlert,
  captured: Inbox,
  accepted: Check,
  delivered: CheckCheck,
  read: Eye,
  failed: CircleAlert,
};

const tones: Partial<Record<keyof typeof icons, string>> = {
  failed: 'text-bad',
  uncertain: 'text-warn',
  captured: 'text-warn',
};

const action = 'h-6 rounded-sm px-1 font-medium text-brand underline-offset-2 hover:underline';

/** What became of a message after it was written, and what can be done about it. */
export function Delivery({ conversation, message }: { conversation: string; message: Message }) {
  const [reading, setReading] = useState(false);
  const [retried, setRetried] = useState(false);
  const { delivery } = message;
  if (!delivery) return null;
  const Icon = icons[delivery.state];

  const retry = async () => {
    setRetried(true);
    try {
      await retryDelivery(conversation, message.seq);
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
    } finally {
      setRetried(false);
    }
  };
  const canRetry = delivery.state === 'failed' || delivery.state === 'uncertain';

  return (
    <div
      className={`mt-2 flex items-start gap-1.5 text-meta ${tones[delivery.state] ?? 'text-ink-3'}`}
    >
      <Icon size={13} className="mt-0.5 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        <span>{t(`delivery.${delivery.state}`)} </span>
        {delivery.state === 'captured' && (
          <button type="button" className={action} onClick={() => setReading(true)}>
            {t('delivery.readMail')}
          </button>
        )}
        {canRetry && (
          <button
            type="button"
            disabled={retried}
            className={`${action} disabled:opacity-60`}
            onClick={() => void retry()}
          >
            <RotateCcw size={11} className="me-1 inline" aria-hidden="true" />
            {t('delivery.retry')}
          </button>
        )}
        {delivery.detail && delivery.state !== 'captured' && (
          <p className="break-words text-ink-2">{delivery.detail}</p>
        )}
      </div>
      {reading && (
        <Suspense>
          <MailDialog
            title={t('delivery.mailTitle')}
            description={t('delivery.mailText')}
            url={delivery.url ?? mailUrl(conversation, message.seq)}
            load={mailSource}
            onClose={() => setReading(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

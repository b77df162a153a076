import { ChevronRight, TriangleAlert } from 'lucide-react';
import type { Channel } from '../../api/types';
import { Button } from '../../ui/Button';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { t } from '../../ui/text';
import { ConditionChip, HealthLine, Trouble } from './Health';

type AccountCardProps = {
  account: Channel;
  admin: boolean;
  /** Whether its quarantine may be seen. */
  mayLook: boolean;
  onEdit: () => void;
  onOutbox: () => void;
  onQuarantine: () => void;
};

/** One account: what it is, how it is, and where to look when something is not right. */
export function AccountCard(props: AccountCardProps) {
  const { account, admin, mayLook, onEdit, onOutbox, onQuarantine } = props;
  return (
    <li className="overflow-hidden rounded-lg border border-line bg-panel">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <ChannelIcon channel={account.channel} size={18} className="text-ink-3" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="font-semibold break-words">{account.name}</span>
            <ConditionChip account={account} />
          </p>
          <p className="text-small break-words text-ink-3">
            {t(`channel.${account.channel}`)} · {account.address}
          </p>
        </div>
        {admin && (
          <Button
            size="small"
            aria-label={t('channels.openOf', { name: account.name })}
            onClick={onEdit}
          >
            {t('channels.open')} <ChevronRight size={14} />
          </Button>
        )}
      </div>
      <Trouble account={account} admin={admin}>
        {admin && (
          <Button size="small" onClick={onEdit}>
            {t('channels.checkSettings')}
          </Button>
        )}
      </Trouble>
      {account.sending === 'captured' && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-warn-soft px-4 py-3">
          <TriangleAlert size={16} className="shrink-0 text-warn" aria-hidden="true" />
          <p className="min-w-0 flex-1 basis-56">
            <span className="font-semibold text-warn">{t('channels.captured')}.</span>{' '}
            {t('channels.capturedText')}
          </p>
        </div>
      )}
      <div className="border-t border-line px-4 py-3">
        <HealthLine account={account} />
        <p className="mt-2 -ms-2 flex flex-wrap gap-1">
          <Button look="quiet" size="small" onClick={onOutbox}>
            {t('channels.openOutbox')}
          </Button>
          {mayLook && (
            <Button look="quiet" size="small" onClick={onQuarantine}>
              {t('channels.openQuarantine')}
            </Button>
          )}
        </p>
      </div>
    </li>
  );
}

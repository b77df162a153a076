import { Pause, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { pauseChannel, removeChannel, resumeChannel } from '../../api/channels';
import { channelsQuery } from '../../api/queries';
import type { Channel, ChannelKind } from '../../api/types';
import { Button } from '../../ui/Button';
import { t } from '../../ui/text';
import { toast } from '../../ui/toasts';
import { Confirm } from '../Confirm';
import { Page } from '../Page';
import { useSaving } from '../useSaving';
import { ChannelForm } from './ChannelForm';
import { Guide } from './Guide';
import { ConditionChip, HealthLine, Trouble } from './Health';

type AccountPageProps = { account: Channel; kind: ChannelKind; onClose: () => void };

/** One account: how it is, what the other side needs to know, and what it is set up with. */
export function AccountPage({ account, kind, onClose }: AccountPageProps) {
  const { save, busy } = useSaving(channelsQuery.queryKey);
  const [leaving, setLeaving] = useState(false);
  const { id, name, state } = account;
  const paused = state === 'paused';
  const turn = () =>
    void save(
      () => (paused ? resumeChannel(id) : pauseChannel(id)),
      t(paused ? 'channels.resumed' : 'channels.pausedDone', { name }),
    );
  const remove = async () => {
    const done = await save(
      async () => {
        await removeChannel(id);
        return true;
      },
      t('channels.removed', { name }),
    );
    if (done) onClose();
  };
  return (
    <Page
      title={name}
      text={`${t(`channel.${account.channel}`)} · ${account.address}`}
      back={{ label: t('settings.channels'), do: onClose }}
      action={
        <div className="flex gap-2">
          <Button disabled={busy} onClick={turn}>
            {paused ? <Play size={15} /> : <Pause size={15} />}
            {t(paused ? 'channels.resume' : 'channels.pause')}
          </Button>
          <Button disabled={busy} onClick={() => setLeaving(true)}>
            <Trash2 size={15} /> {t('channels.remove')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-4">
        <section
          aria-label={t('channels.health')}
          className="overflow-hidden rounded-lg border border-line bg-panel"
        >
          <p className="flex items-center gap-2 px-4 pt-3 pb-2">
            <span className="font-semibold">{t('channels.health')}</span>
            <ConditionChip account={account} />
          </p>
          {paused && <p className="px-4 pb-2 text-small text-ink-2">{t('channels.pausedText')}</p>}
          <Trouble account={account} admin />
          <div className="px-4 pt-2.5 pb-4">
            <HealthLine account={account} />
          </div>
        </section>
        <Guide account={account} />
        <ChannelForm
          key={id}
          kind={kind}
          account={account}
          onSaved={() => toast(t('ui.saved'), { tone: 'good' })}
          onCancel={onClose}
        />
      </div>
      {leaving && (
        <Confirm
          title={t('channels.removeOf', { name })}
          text={t('channels.removeText')}
          action={t('channels.remove')}
          onClose={() => setLeaving(false)}
          onConfirm={() => void remove()}
        />
      )}
    </Page>
  );
}

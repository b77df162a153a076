import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { channelKindsQuery } from '../../api/channels';
import { channelsQuery, meQuery } from '../../api/queries';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/States';
import { t } from '../../ui/text';
import { toast } from '../../ui/toasts';
import { Page } from '../Page';
import { Remote } from '../Remote';
import type { SectionProps } from '../Settings';
import { AccountCard } from './AccountCard';
import { AccountPage } from './AccountPage';
import { ChannelForm } from './ChannelForm';
import { ChooseKind } from './ChooseKind';

/** How often health is asked for while somebody looks at it. */
const lookMs = 15_000;

const beginsNew = /^new-(\w+)$/;

function Adding({ item, onSection }: SectionProps) {
  const query = useQuery(channelKindsQuery);
  const chosen = beginsNew.exec(item ?? '')?.[1];
  const to = (place?: string) => onSection('channels', place ? { item: place } : {});
  return (
    <Remote query={query} title={t('channels.add')}>
      {(kinds) => {
        const kind = kinds.find(({ channel }) => channel === chosen);
        return kind ? (
          <Page
            title={t('channels.addOf', { channel: t(`channel.${kind.channel}`) })}
            text={t(`channels.about.${kind.channel}`)}
            back={{ label: t('channels.choose'), do: () => to('new') }}
          >
            <ChannelForm
              key={kind.channel}
              kind={kind}
              onCancel={() => to()}
              onSaved={({ id, name }) => {
                toast(t('channels.added', { name }), { tone: 'good' });
                to(id);
              }}
            />
          </Page>
        ) : (
          <Page
            title={t('channels.add')}
            text={t('channels.choose')}
            back={{ label: t('settings.channels'), do: () => to() }}
          >
            <ChooseKind kinds={kinds} onChoose={(channel) => to(`new-${channel}`)} />
          </Page>
        );
      }}
    </Remote>
  );
}

function One({ item, onSection }: SectionProps) {
  const kinds = useQuery(channelKindsQuery);
  const query = useQuery({ ...channelsQuery, refetchInterval: lookMs });
  const close = () => onSection('channels');
  return (
    <Remote query={query} title={t('settings.channels')}>
      {(accounts) => (
        <Remote query={kinds} title={t('settings.channels')}>
          {(all) => {
            const account = accounts.find(({ id }) => id === item);
            const kind = all.find(({ channel }) => channel === account?.channel);
            return account && kind ? (
              <AccountPage account={account} kind={kind} onClose={close} />
            ) : (
              <Page title={t('settings.channels')}>
                <Empty icon={Plug} title={t('channels.gone')}>
                  <Button onClick={close}>{t('settings.channels')}</Button>
                </Empty>
              </Page>
            );
          }}
        </Remote>
      )}
    </Remote>
  );
}

function All({ admin, onSection }: SectionProps) {
  const { data: me } = useQuery(meQuery);
  const query = useQuery({ ...channelsQuery, refetchInterval: lookMs });
  const add = () => onSection('channels', { item: 'new' });
  return (
    <Page
      title={t('settings.channels')}
      text={t('channels.text')}
      action={
        admin && (
          <Button look="primary" onClick={add}>
            <Plus size={15} /> {t('channels.add')}
          </Button>
        )
      }
    >
      <Remote query={query}>
        {(accounts) =>
          accounts.length === 0 ? (
            <Empty icon={Plug} title={t('channels.none')} text={t('channels.noneText')}>
              {admin && (
                <Button look="primary" onClick={add}>
                  {t('channels.add')}
                </Button>
              )}
            </Empty>
          ) : (
            <ul aria-label={t('settings.channels')} className="flex flex-col gap-4">
              {accounts.map((account) => (
                <AccountCard
                  key={account.id}
                  account={account}
                  admin={admin}
                  mayLook={me?.role !== 'agent'}
                  onEdit={() => onSection('channels', { item: account.id })}
                  onOutbox={() => onSection('outbox', { account: account.id })}
                  onQuarantine={() => onSection('quarantine', { account: account.id })}
                />
              ))}
            </ul>
          )
        }
      </Remote>
    </Page>
  );
}

/** Where customers write: all accounts, one of them, or a new one. */
export function Channels(props: SectionProps) {
  if (!props.item || !props.admin) return <All {...props} />;
  return /^new(-|$)/.test(props.item) ? <Adding {...props} /> : <One {...props} />;
}

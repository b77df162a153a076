import { useQuery } from '@tanstack/react-query';
import { Coffee, Filter as FilterIcon, Inbox as InboxIcon } from 'lucide-react';
import { useState } from 'react';
import type { Filter } from '../api/list';
import { fetchPage } from '../api/list';
import { channelsQuery, countsQuery, meQuery } from '../api/queries';
import { useChange } from '../live/changes';
import { Button } from '../ui/Button';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { toast } from '../ui/toasts';

type EmptyListProps = {
  filter: Filter;
  onFilter: (change: Partial<Filter>) => void;
  onOpen: (id: string) => void;
};

/** Takes the unassigned conversation whose customer has waited longest. */
function useTakeLongest(onOpen: (id: string) => void) {
  const { data: me } = useQuery(meQuery);
  const change = useChange();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    if (!me) return;
    setBusy(true);
    try {
      const page = await fetchPage({ view: 'unassigned', tab: 'open', sort: 'waiting' }, null, 1);
      const longest = page.items[0];
      if (!longest) return;
      await change([longest.id], {
        change: { assignee: me.id },
        assignee: { id: me.id, name: me.name },
      });
      onOpen(longest.id);
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return { take, busy };
}

export function EmptyList({ filter, onFilter, onOpen }: EmptyListProps) {
  const { data: counts } = useQuery(countsQuery);
  const { data: channels } = useQuery(channelsQuery);
  const { take, busy } = useTakeLongest(onOpen);
  const address = channels?.[0]?.address;

  if (filter.label) {
    return (
      <Empty icon={FilterIcon} title={t('inbox.empty.filter')}>
        <Button onClick={() => onFilter({ label: undefined })}>{t('inbox.clear')}</Button>
      </Empty>
    );
  }
  if (filter.tab !== 'open') {
    return <Empty icon={InboxIcon} title={t(`inbox.empty.${filter.tab}`)} />;
  }
  if (filter.view === 'mine') {
    const unassigned = counts?.unassigned ?? 0;
    return (
      <Empty
        icon={Coffee}
        title={t('inbox.empty.mine')}
        text={t('inbox.empty.unassigned', { count: unassigned })}
      >
        {unassigned > 0 && (
          <Button look="primary" disabled={busy} onClick={() => void take()}>
            {t('inbox.empty.take')}
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <Empty
      icon={Coffee}
      title={t('inbox.empty.view')}
      {...(address ? { text: t('inbox.empty.write', { address }) } : {})}
    />
  );
}

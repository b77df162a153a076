import { useQuery } from '@tanstack/react-query';
import { Check, Moon } from 'lucide-react';
import type { ReactNode } from 'react';
import { meQuery } from '../api/queries';
import type { Item } from '../api/types';
import type { Outlook } from '../live/changes';
import { useChange } from '../live/changes';
import { serverNow } from '../live/clock';
import { tomorrowAtNine } from '../ui/moments';
import { Swipe } from '../ui/Swipe';
import { t } from '../ui/text';
import { upcoming } from '../ui/time';
import { toast } from '../ui/toasts';

/** On a phone: to the right is done, to the left is tomorrow. Both can be undone. */
export function SwipeRow({ item, children }: { item: Item; children: ReactNode }) {
  const { data: me } = useQuery(meQuery);
  const change = useChange();
  const complain = (failure: unknown) =>
    toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });

  const perform = async (outlook: Outlook, said: string) => {
    const back: Outlook = {
      change: {
        status: item.status,
        ...(item.snoozed_until ? { snoozed_until: item.snoozed_until } : {}),
      },
      category: item.status_category,
    };
    try {
      await change([item.id], outlook);
      toast(said, { undo: () => void change([item.id], back).catch(complain) });
    } catch (failure) {
      complain(failure);
    }
  };
  const snooze = () => {
    const until = new Date(tomorrowAtNine(serverNow(), me?.zone ?? 'UTC')).toISOString();
    void perform(
      { change: { status: 'snoozed', snoozed_until: until }, category: 'snoozed' },
      t('done.snoozed', { number: item.number, until: upcoming(until, Date.now()) }),
    );
  };
  const resolve = () =>
    void perform(
      { change: { status: 'resolved' }, category: 'resolved' },
      t('bulk.resolved', { count: 1 }),
    );

  return (
    <Swipe
      right={{ icon: Check, label: t('bulk.done'), tone: 'good', run: resolve }}
      left={{ icon: Moon, label: t('snooze.tomorrow'), tone: 'brand', run: snooze }}
    >
      {children}
    </Swipe>
  );
}

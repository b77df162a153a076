import { useQuery } from '@tanstack/react-query';
import { Check, Hourglass, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { meQuery, peopleQuery } from '../api/queries';
import type { Item } from '../api/types';
import { useChange } from '../live/changes';
import { Avatar } from '../ui/Avatar';
import { Button, IconButton } from '../ui/Button';
import { Picker } from '../ui/Picker';
import { useCommands } from '../ui/shortcuts';
import { t } from '../ui/text';
import { toast } from '../ui/toasts';

/** While rows are selected, keys mean the selection and not the open conversation. */
const aboveAll = 1;

type BulkBarProps = { items: Item[]; onDone: () => void };

/** Takes the header's place while rows are selected. */
export function BulkBar({ items, onDone }: BulkBarProps) {
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: me } = useQuery(meQuery);
  const change = useChange();
  const [assigning, setAssigning] = useState(false);
  const ids = items.map(({ id }) => id);

  const attempt = async (work: Promise<void>, said: string, undo: () => Promise<unknown>) => {
    onDone();
    try {
      await work;
      toast(said, { undo: () => void undo() });
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
    }
  };

  const status = (to: 'resolved' | 'pending') =>
    void attempt(
      change(ids, { change: { status: to }, category: to }),
      t(`bulk.${to}`, { count: ids.length }),
      () =>
        Promise.all(
          items.map((item) =>
            change([item.id], {
              change: {
                status: item.status,
                ...(item.snoozed_until ? { snoozed_until: item.snoozed_until } : {}),
              },
              category: item.status_category,
            }),
          ),
        ),
    );

  const assign = (id: string | null, name: string | null) =>
    void attempt(
      change(ids, { change: { assignee: id }, assignee: id && name ? { id, name } : null }),
      name
        ? t('bulk.assigned', { count: ids.length, name })
        : t('bulk.unassigned', { count: ids.length }),
      () =>
        Promise.all(
          items.map((item) =>
            change([item.id], {
              change: { assignee: item.assignee?.id ?? null },
              assignee: item.assignee,
            }),
          ),
        ),
    );

  useCommands(
    [
      {
        id: 'resolve',
        keys: ['e'],
        label: t('bulk.resolve'),
        group: t('group.selection'),
        run: () => status('resolved'),
      },
      {
        id: 'pending',
        keys: ['w'],
        label: t('bulk.wait'),
        group: t('group.selection'),
        run: () => status('pending'),
      },
      {
        id: 'assign',
        keys: ['a'],
        label: t('bulk.assign'),
        group: t('group.selection'),
        run: () => setAssigning(true),
      },
      {
        id: 'take',
        keys: ['i'],
        label: t('bulk.take'),
        group: t('group.selection'),
        run: () => me && assign(me.id, me.name),
      },
      {
        id: 'unselect',
        keys: ['Escape'],
        label: t('bulk.clear'),
        group: t('group.selection'),
        run: onDone,
      },
    ],
    aboveAll,
  );

  return (
    <div
      role="toolbar"
      aria-label={t('bulk.bar')}
      className="flex h-12 shrink-0 items-center gap-1 border-b border-brand-line bg-brand-soft pe-2 ps-3.5"
    >
      <span className="figures flex-1 font-semibold">
        {t('bulk.selected', { count: items.length })}
      </span>
      <Button look="quiet" size="small" onClick={() => status('resolved')}>
        <Check size={15} /> {t('bulk.done')}
      </Button>
      <IconButton label={t('bulk.wait')} keys="w" onClick={() => status('pending')}>
        <Hourglass size={15} />
      </IconButton>
      <Picker
        label={t('conversation.assignTo')}
        open={assigning}
        onOpenChange={setAssigning}
        align="end"
        choices={[
          { id: '', label: t('conversation.nobody') },
          ...people
            .filter(({ active }) => active)
            .map(({ id, name, email }) => ({
              id,
              label: name,
              words: email,
              icon: <Avatar name={name} size="small" />,
            })),
        ]}
        onPick={(id) => assign(id || null, people.find((person) => person.id === id)?.name ?? null)}
        trigger={
          <IconButton label={t('bulk.assign')} keys="a">
            <UserRound size={15} />
          </IconButton>
        }
      />
      <IconButton label={t('bulk.clear')} keys="Escape" onClick={onDone}>
        <X size={16} />
      </IconButton>
    </div>
  );
}

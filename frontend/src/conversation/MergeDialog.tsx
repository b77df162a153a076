import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { contactQuery } from '../api/queries';
import { searchPage } from '../api/search';
import type { Conversation, Item } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { useNow } from '../live/clock';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Dialog } from '../ui/Dialog';
import { fieldClass } from '../ui/Field';
import { Failed } from '../ui/States';
import { t } from '../ui/text';
import { ago } from '../ui/time';

type MergeDialogProps = {
  its: Conversation;
  onPick: (into: Item) => void;
  onClose: () => void;
};

/** Where this conversation should go on: another one of the same person, or any that is searched for. */
export function MergeDialog({ its, onPick, onClose }: MergeDialogProps) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const now = useNow();
  const { data: contact } = useQuery(contactQuery(its.contact.id));
  const found = useQuery({
    queryKey: ['search', wanted, 'first'],
    queryFn: ({ signal }) => searchPage(wanted, null, signal),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const items = (
    wanted === ''
      ? (contact?.conversations ?? [])
      : (found.data?.items.map(({ item }) => item) ?? [])
  ).filter((item) => item.id !== its.id && item.merged_into == null);

  return (
    <Dialog
      title={t('merge.title', { number: its.number })}
      description={t('merge.text')}
      onClose={onClose}
    >
      <div className="px-5 pb-2">
        <input
          type="search"
          autoFocus
          aria-label={t('merge.find')}
          placeholder={t('merge.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${fieldClass} h-9 max-tablet:text-write`}
        />
      </div>
      <ul className="min-h-40 overflow-y-auto px-3 pb-4" aria-label={t('merge.candidates')}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => onPick(item)}
              className="flex w-full items-center gap-3 rounded-md px-2 py-2 text-start hover:bg-hover"
            >
              <ChannelIcon channel={item.channel} size={15} className="text-ink-3" />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate">{subjectOf(item)}</span>
                <span className="figures truncate text-meta text-ink-3">
                  #{item.number} · {nameOf(item)} · {ago(item.last_activity_at, now)}
                </span>
              </span>
            </button>
          </li>
        ))}
        {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {items.length === 0 && !found.isError && !found.isFetching && (
          <li className="px-2 py-4 text-small text-ink-3">
            {t(wanted === '' ? 'merge.noOther' : 'ui.nothingFound')}
          </li>
        )}
      </ul>
    </Dialog>
  );
}

import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { change, markRead } from '../api/changes';
import type { Filter, Listed } from '../api/list';
import { belongs, inView } from '../api/order';
import { conversationKey, meQuery } from '../api/queries';
import type { Category, Change, Conversation, Item, Named } from '../api/types';
import { applyToCache } from './cache';
import { feed } from './frames';

/** What a change will make of a row, before the server has said so. */
export type Outlook = {
  change: Change;
  category?: Category;
  assignee?: Named | null;
  team?: Named | null;
};

const listeners = new Set<(ids: string[]) => void>();

/** Calls back when this page itself changes something: rows may move then. */
export function useOwnChanges(listener: (ids: string[]) => void): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}

function expected(item: Item, its: Outlook): Partial<Item> {
  const { change: asked } = its;
  return {
    ...(asked.status && its.category
      ? {
          status: asked.status,
          status_category: its.category,
          snoozed_until: asked.snoozed_until ?? null,
        }
      : {}),
    ...(its.assignee === undefined
      ? {}
      : {
          assignee: its.assignee,
          ownership: its.assignee ? ('agent' as const) : ('queue' as const),
        }),
    ...(its.team === undefined ? {} : { team: its.team }),
    ...(asked.priority ? { priority: asked.priority } : {}),
    ...(asked.add_labels || asked.remove_labels
      ? {
          labels: [
            ...item.labels.filter((label) => !asked.remove_labels?.includes(label)),
            ...(asked.add_labels ?? []).filter((label) => !item.labels.includes(label)),
          ],
        }
      : {}),
  };
}

/** Shows the change at once in every list and in the open conversation. */
function foresee(client: QueryClient, id: string, its: Outlook) {
  const me = client.getQueryData(meQuery.queryKey)?.id;
  client.setQueryData<Conversation>(conversationKey(id), (open) =>
    open ? { ...open, ...expected(open, its) } : open,
  );
  for (const [key, list] of client.getQueriesData<Listed>({ queryKey: ['list'] })) {
    const filter = key[1] as Filter;
    const row = list?.items.find((item) => item.id === id);
    if (!list || !row) continue;
    const next = { ...row, ...expected(row, its) };
    const stays = belongs(next, filter) && inView(next, filter.view, me);
    client.setQueryData<Listed>(key, {
      ...list,
      items: stays
        ? list.items.map((item) => (item.id === id ? next : item))
        : list.items.filter((item) => item.id !== id),
    });
  }
}

/** What the server answered, as if each feed had said it: it counts even while the socket is down. */
function learn(client: QueryClient, item: Item) {
  const me = client.getQueryData(meQuery.queryKey)?.id;
  const views = new Set(
    client.getQueriesData<Listed>({ queryKey: ['list'] }).map(([key]) => (key[1] as Filter).view),
  );
  applyToCache(
    client,
    [...views].map((view) => ({
      op: 'state',
      stream: feed(view),
      key: item.id,
      value: inView(item, view, me) ? item : null,
      position: item.position,
    })),
  );
}

/** Changes conversations: visible at once, taken back when the server refuses (then it fails). */
export function useChange(): (ids: string[], its: Outlook) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (ids, its) => {
      for (const id of ids) foresee(client, id, its);
      for (const listener of listeners) listener(ids);
      try {
        const items = await Promise.all(ids.map((id) => change(id, its.change)));
        for (const item of items) learn(client, item);
      } catch (failure) {
        void client.invalidateQueries({ queryKey: ['list'] });
        for (const id of ids) void client.invalidateQueries({ queryKey: conversationKey(id) });
        throw failure;
      }
    },
    [client],
  );
}

/** Says how far the agent has read; shown at once. */
export function useMarkRead(): (id: string, seq: number) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (id, seq) => {
      applyToCache(client, [
        { op: 'state', stream: 'me', key: `read:${id}`, value: { seq }, position: 0 },
      ]);
      await markRead(id, seq);
    },
    [client],
  );
}

import { compare } from './order';
import { request } from './request';
import type { ItemPage } from './types';

export type Sort = 'activity' | 'oldest' | 'waiting';
export type Tab = 'open' | 'pending' | 'snoozed' | 'resolved' | 'spam' | 'all';

/** What one list asks for. */
export type Filter = { view: string; tab: Tab; sort: Sort; label?: string };

/** One list as the page holds it: the pages fetched so far, laid end to end. */
export type Listed = ItemPage;

export const pageSize = 50;

export const listKey = (filter: Filter) => ['list', filter] as const;

export function fetchPage(
  filter: Filter,
  after: string | null,
  limit = pageSize,
  signal?: AbortSignal,
): Promise<ItemPage> {
  const query = new URLSearchParams({
    view: filter.view,
    sort: filter.sort,
    limit: String(limit),
  });
  if (filter.tab !== 'all') query.set('status', filter.tab);
  if (filter.label) query.set('label', filter.label);
  if (after) query.set('after', after);
  return request<ItemPage>('GET', `/api/conversations?${query}`, signal ? { signal } : {});
}

/** Later rows after earlier ones; a row that is in both keeps the form the page knew first. */
export function append(list: Listed, page: ItemPage, sort: Sort): Listed {
  const known = new Set(list.items.map((item) => item.id));
  const items = [...list.items, ...page.items.filter((item) => !known.has(item.id))];
  return {
    ...list,
    position: Math.min(list.position, page.position),
    items: items.sort((a, b) => compare(a, b, sort)),
    next: page.next,
  };
}

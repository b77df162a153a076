import type { Filter, Sort } from './list';
import type { Item } from './types';

const time = (value: string | null, whenAbsent: number) =>
  value === null ? whenAbsent : Date.parse(value);

/** What the row is sorted by, so that a smaller key stands higher. */
export function sortKey(item: Item, sort: Sort): number {
  switch (sort) {
    case 'activity':
      return -time(item.last_activity_at, 0);
    case 'oldest':
      return time(item.last_activity_at, 0);
    case 'waiting':
      return time(item.waiting_since, Number.MAX_SAFE_INTEGER);
  }
}

/** The order of rows; equal keys are ordered by number, the newer first, as the server does. */
export function compare(a: Item, b: Item, sort: Sort): number {
  const difference = sortKey(a, sort) - sortKey(b, sort);
  if (difference !== 0) return difference;
  return sort === 'activity' ? b.number - a.number : a.number - b.number;
}

/** Whether a conversation of the view belongs into the list; the view itself is the server's decision. */
export function belongs(item: Item, filter: Filter): boolean {
  if (filter.label && !item.labels.includes(filter.label)) return false;
  if (filter.tab === 'all') return item.status_category !== 'spam';
  return item.status_category === filter.tab;
}

/** Whether a view holds the conversation, as far as its row tells. */
export function inView(item: Item, view: string, me: string | undefined): boolean {
  if (view === 'mine') return item.assignee?.id === me;
  if (view === 'unassigned') return item.assignee === null;
  if (view.startsWith('team:')) return item.team?.id === view.slice('team:'.length);
  return true;
}

/** What is finished waits for nobody, whoever has read it. */
export const isUnread = (item: Item): boolean =>
  item.status_category !== 'resolved' &&
  item.status_category !== 'spam' &&
  item.last_customer_seq > (item.read_seq ?? 0);

import { request } from './request';

/** A contact that nobody hears from any more. */
export type Blocked = {
  id: string;
  name: string | null;
  identities: { kind: string; value: string; verified: boolean }[];
  last_activity_at: string | null;
};

export type BlockedPage = { items: Blocked[]; next: string | null };

/** The blocked ones whose name or one of whose addresses holds the words. */
export function blockedPage(words: string, after: string | null): Promise<BlockedPage> {
  const query = new URLSearchParams({ blocked: 'true' });
  if (words) query.set('q', words);
  if (after) query.set('after', after);
  return request('GET', `/api/contacts?${query}`);
}

export const unblock = (id: string): Promise<void> =>
  request('DELETE', `/api/contacts/${id}/block`);

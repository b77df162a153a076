import { request } from './request';
import type { Item } from './types';

export type Match = { seq: number; at: string; snippet: string };
export type Found = { item: Item; matches: Match[] };
export type FoundPage = { items: Found[]; next: string | null };

export function searchPage(
  text: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<FoundPage> {
  const query = new URLSearchParams({ q: text });
  if (after) query.set('after', after);
  return request('GET', `/api/search?${query}`, signal ? { signal } : {});
}

import type { QueryClient } from '@tanstack/react-query';
import type { Filter } from '../api/list';
import { draftsQuery } from '../api/drafts';
import { conversationKey, countsQuery, draftKey, meQuery, presenceQuery } from '../api/queries';
import type { Conversation } from '../api/types';
import type { CacheState, LiveList } from './apply';
import { apply, applyToList } from './apply';
import type { DataFrame, StateFrame } from './frames';
import { feed } from './frames';

/** The last state frame of each row, kept for fetches that are under way when it comes. */
const recent = new WeakMap<QueryClient, Map<string, Map<string, StateFrame>>>();

function remember(client: QueryClient, frame: StateFrame) {
  if (!frame.stream.startsWith('feed:')) return;
  const streams = recent.get(client) ?? new Map<string, Map<string, StateFrame>>();
  const rows = streams.get(frame.stream) ?? new Map<string, StateFrame>();
  rows.delete(frame.key);
  rows.set(frame.key, frame);
  const oldest = rows.keys().next();
  if (rows.size > 500 && !oldest.done) rows.delete(oldest.value);
  recent.set(client, streams.set(frame.stream, rows));
}

/** A freshly fetched list, with what the feed said while it was under way. */
export function listCaughtUp(client: QueryClient, filter: Filter, fresh: LiveList): LiveList {
  const rows = recent.get(client)?.get(feed(filter.view))?.values() ?? [];
  return [...rows].reduce((list, frame) => applyToList(list, filter, frame), fresh);
}

function read(client: QueryClient): CacheState {
  const lists = client
    .getQueriesData<LiveList>({ queryKey: ['list'] })
    .flatMap(([key, list]) => (list ? [{ filter: key[1] as Filter, list }] : []));
  const conversations = client
    .getQueriesData<Conversation>({ queryKey: ['conversation'] })
    .flatMap(([key, its]) => (its ? [[key[1] as string, its] as const] : []));
  return {
    lists,
    conversations: Object.fromEntries(conversations),
    presence: client.getQueryData(presenceQuery.queryKey) ?? {},
    counts: client.getQueryData(countsQuery.queryKey) ?? null,
    stale: [],
  };
}

function write(client: QueryClient, before: CacheState, after: CacheState) {
  after.lists.forEach((entry, index) => {
    if (entry !== before.lists[index]) client.setQueryData(['list', entry.filter], entry.list);
  });
  for (const [id, its] of Object.entries(after.conversations)) {
    if (its !== before.conversations[id]) client.setQueryData(conversationKey(id), its);
  }
  if (after.presence !== before.presence) {
    client.setQueryData(presenceQuery.queryKey, after.presence);
  }
  if (after.counts !== before.counts) client.setQueryData(countsQuery.queryKey, after.counts);
}

function refetch(client: QueryClient, stream: string) {
  const [kind, ...rest] = stream.split(':');
  const name = rest.join(':');
  if (kind === 'feed') {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'list' && (queryKey[1] as Filter).view === name,
    });
  }
  if (kind === 'conversation') {
    void client.invalidateQueries({ queryKey: conversationKey(name) });
  }
  if (kind === 'draft') {
    void client.invalidateQueries({ queryKey: draftKey(name) });
    void client.invalidateQueries({ queryKey: draftsQuery.queryKey });
  }
  if (kind === 'me') {
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['list'] });
  }
}

/** Puts frames into the query cache, the only place where the page keeps what the server said. */
export function applyToCache(client: QueryClient, frames: readonly DataFrame[]) {
  const before = read(client);
  let after = before;
  for (const frame of frames) {
    if (frame.op === 'state') remember(client, frame);
    after = apply(after, frame);
  }
  write(client, before, after);
  for (const stream of after.stale) refetch(client, stream);
}

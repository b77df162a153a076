import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type {
  ApiKey,
  Channel,
  Contact,
  Counts,
  Label,
  Me,
  Person,
  Presence,
  Quarantined,
  Site,
  Status,
  Team,
} from './types';

const minute = 60_000;

/** Something of its own path under `/api`, fetched whole. */
export const thing = <T>(name: string, staleTime = minute) =>
  queryOptions({
    queryKey: [name],
    queryFn: ({ signal }) => request<T>('GET', `/api/${name}`, { signal }),
    staleTime,
  });

export const meQuery = thing<Me>('me', Infinity);
export const siteQuery = thing<Site>('site', Infinity);
export const peopleQuery = thing<Person[]>('people');
export const teamsQuery = thing<Team[]>('teams');
export const statusesQuery = thing<Status[]>('statuses', 5 * minute);
export const labelsQuery = thing<Label[]>('labels', 5 * minute);
export const keysQuery = thing<ApiKey[]>('keys');
export const channelsQuery = thing<Channel[]>('channels');
export const quarantineQuery = thing<Quarantined[]>('quarantine', 0);

/** Whether somebody sees how everybody stands. */
export const isSupervisor = (me: Me | undefined): boolean =>
  me?.role === 'supervisor' || me?.role === 'administrator';

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contact', id],
    queryFn: ({ signal }) => request<Contact>('GET', `/api/contacts/${id}`, { signal }),
    staleTime: 0,
  });

/** Kept by the live stream alone; nothing fetches it. */
export const countsQuery = queryOptions<Counts | null>({
  queryKey: ['counts'],
  queryFn: () => null,
  staleTime: Infinity,
  gcTime: Infinity,
});

/** Who is where, by conversation. Kept by the live stream alone. */
export const presenceQuery = queryOptions<Record<string, Presence[]>>({
  queryKey: ['presence'],
  queryFn: () => ({}),
  staleTime: Infinity,
  gcTime: Infinity,
});

export const conversationKey = (id: string) => ['conversation', id] as const;
export const draftKey = (id: string) => ['draft', id] as const;

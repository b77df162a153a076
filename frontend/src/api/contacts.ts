import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Contact, ContactIdentity, Interaction, Suggesting } from './types';

export type FoundContact = { id: string; name: string | null; identities: ContactIdentity[] };

/** Contacts by the beginning of a name or address. */
export const contactsQuery = (text: string) =>
  queryOptions({
    queryKey: ['contacts', text],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: text });
      const answer = await request<{ items: FoundContact[] } | FoundContact[]>(
        'GET',
        `/api/contacts?${query}`,
        { signal },
      );
      return Array.isArray(answer) ? answer : answer.items;
    },
    enabled: text.length > 0,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

export type TimelineEntry = {
  conversation: { id: string; number: number; subject: string | null; channel: string };
  interaction: Exclude<Interaction, Suggesting>;
};

export type TimelinePage = { items: TimelineEntry[]; next: string | null };

export function timelinePage(contact: string, before: string | null, signal?: AbortSignal) {
  const query = before ? `?${new URLSearchParams({ before })}` : '';
  return request<TimelinePage>('GET', `/api/contacts/${contact}/timeline${query}`, {
    ...(signal ? { signal } : {}),
  });
}

export const changeContact = (
  id: string,
  change: { name?: string; notes?: string },
): Promise<Contact> => request('PATCH', `/api/contacts/${id}`, { body: change });

export const addIdentity = (id: string, kind: string, value: string): Promise<unknown> =>
  request('POST', `/api/contacts/${id}/identities`, { body: { kind, value } });

export const mergeContacts = (id: string, other: string): Promise<unknown> =>
  request('POST', `/api/contacts/${id}/merge`, { body: { other } });

export const block = (id: string, blocked: boolean): Promise<void> =>
  request(blocked ? 'PUT' : 'DELETE', `/api/contacts/${id}/block`);

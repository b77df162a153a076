import { thing } from './queries';
import { Problem, request } from './request';
import type { Recipient, Then } from './types';
import type { Upload } from './uploads';

/** A draft as the server keeps it, for its agent on any device. */
export type KeptDraft = {
  kind: 'reply' | 'note';
  text: string;
  html?: string | null;
  to?: Recipient[] | null;
  cc?: Recipient[] | null;
  bcc?: Recipient[] | null;
  attachments?: (string | Upload)[];
  forward?: { seq: number } | null;
  then?: Then | null;
  base_seq: number;
  saved_at: string;
};

/** One of the agent's own drafts, as lists show it: how it begins. */
export type ListedDraft = {
  conversation: string;
  kind: 'reply' | 'note';
  text: string;
  saved_at: string;
};

export const draftsQuery = thing<ListedDraft[]>('drafts');

const path = (conversation: string) => `/api/conversations/${conversation}/draft`;

/** Null when there is none. */
export async function fetchDraft(conversation: string): Promise<KeptDraft | null> {
  try {
    return (await request<KeptDraft | undefined>('GET', path(conversation))) ?? null;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) return null;
    throw failure;
  }
}

export const saveDraft = (
  conversation: string,
  draft: Omit<KeptDraft, 'saved_at' | 'attachments'> & { attachments: string[] },
): Promise<{ saved_at: string } | undefined> => request('PUT', path(conversation), { body: draft });

export const dropDraft = (conversation: string): Promise<void> =>
  request('DELETE', path(conversation));

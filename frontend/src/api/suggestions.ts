import { queryOptions } from '@tanstack/react-query';
import { request } from './request';

/** A reply that was given to questions like the one that waits. */
export type SuggestedAnswer = {
  answer: string;
  /** With everything filled in that is known of this customer. */
  text: string;
  /** The names of the slots that are left in it. */
  unfilled: string[];
  strength: 'strong' | 'fair';
  /** By a supervisor. */
  approved: boolean;
  times: number;
  agents: number;
  last_at: string | null;
  /** The part of it that was sent as it was offered. */
  unedited: number | null;
  sources: { id: string; number: number }[];
};

/** The likeliest first; `message` is the `seq` of the question, `suggested` the one under which the offer was noted. */
export type Suggestions = {
  message: number | null;
  suggested: number | null;
  items: SuggestedAnswer[];
};

/** What was put into the composer: the field's text from `from` on, as long as nobody has touched it. */
export type Inserted = { answer: string; from: number; text: string };

export type Offered = Suggestions & { inserted?: Inserted };

const path = (conversation: string) => `/api/conversations/${conversation}/suggestions`;

/**
 * What may be answered to the customer's last message, whose `seq` is `last`. What is shown is noted in the journal, so
 * it is asked for once; a failure is the same as nothing found until the conversation is opened again.
 */
export const suggestionsQuery = (conversation: string, last: number) =>
  queryOptions<Offered>({
    queryKey: ['suggestions', conversation, last],
    queryFn: () => request<Suggestions>('POST', path(conversation)),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    refetchOnReconnect: false,
  });

export const dismissSuggestion = (
  conversation: string,
  suggested: number,
  answer: string,
): Promise<void> =>
  request('POST', `${path(conversation)}/dismissals`, { body: { suggested, answer } });

import { queryOptions } from '@tanstack/react-query';
import { thing } from './queries';
import { request } from './request';

/** What is kept of an approved answer: its reply, and what is asked when it is the right one. */
export type AnswerChange = {
  title: string;
  text: string;
  questions: string[];
  /** Where it is offered; none: everywhere. */
  accounts: string[];
  /** The day on which somebody is to look whether it still holds. */
  review_on: string | null;
  /** The answer of the past that it was made from. */
  origin: string | null;
  /** How many were told that. */
  customers: number;
};

export type ApprovedAnswer = AnswerChange & {
  id: string;
  changed_by: string | null;
  changed_at: string;
};

/** What several have asked an account and were told alike. */
export type CommonQuestion = {
  answer: string;
  /** Some of them, the newest first. */
  questions: string[];
  /** With slots for what differs. */
  text: string;
  /** A reply that was sent. */
  typical: string;
  times: number;
  customers: number;
  last_at: string;
  /** The numbers of some, the last first. */
  conversations: number[];
};

export const approvedQuery = thing<ApprovedAnswer[]>('approved-answers', 0);

export const commonKey = ['common-questions'];

/** Those that nobody has approved an answer to, the most frequent first. */
export const commonQuery = (account: string) =>
  queryOptions({
    queryKey: [...commonKey, account],
    queryFn: ({ signal }) =>
      request<CommonQuestion[]>(
        'GET',
        `/api/common-questions?${new URLSearchParams({ account })}`,
        { signal },
      ),
    staleTime: 0,
  });

const path = '/api/approved-answers';

export const addAnswer = (body: AnswerChange): Promise<ApprovedAnswer> =>
  request('POST', path, { body });

export const changeAnswer = (id: string, body: AnswerChange): Promise<ApprovedAnswer> =>
  request('PUT', `${path}/${id}`, { body });

export const removeAnswer = (id: string): Promise<void> => request('DELETE', `${path}/${id}`);

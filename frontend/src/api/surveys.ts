import { queryOptions } from '@tanstack/react-query';
import { thing } from './queries';
import { request } from './request';

export const scales = ['faces', 'numbers', 'thumbs'] as const;
export const moments = ['resolution', 'first_answer'] as const;
export const items = ['solved', 'helpful', 'comes_back'] as const;

/** Whether an account asks its customers how satisfied they are, and how. */
export type Policy = {
  asks: boolean;
  scale: (typeof scales)[number];
  moment: (typeof moments)[number];
  delay_minutes: number;
  /** Null for no reminder. */
  reminder_days: number | null;
  /** In which a contact is asked at most once; 0 for no limit. */
  quiet_days: number;
  /** For which an answer is taken. */
  valid_days: number;
  /** Null for the one of the deployment. */
  language: string | null;
  items: (typeof items)[number][];
};

export type AccountPolicy = Policy & { account: string; name: string; channel: string };

export type Policies = { accounts: AccountPolicy[]; languages: string[]; language: string };

/** What customers are shown in one language. */
export type SurveyPreview = {
  language: string;
  wording: string;
  right_to_left: boolean;
  question: string;
  answers: { score: number; sign: string; label: string }[];
  items: { item: (typeof items)[number]; label: string }[];
  comment: string;
};

export const policiesQuery = thing<Policies>('surveys/policy');

export const surveyPreviewQuery = (language: string, scale: Policy['scale'], account: string) =>
  queryOptions({
    queryKey: ['surveys/preview', language, scale, account],
    queryFn: ({ signal }) =>
      request<SurveyPreview>(
        'GET',
        `/api/surveys/preview?${new URLSearchParams({ language, scale, account })}`,
        { signal },
      ),
    staleTime: Infinity,
  });

export const decidePolicy = (account: string, policy: Policy): Promise<AccountPolicy> =>
  request('PUT', `/api/surveys/policy/${account}`, { body: policy });

import type { Identity, Office } from './live/frames';

export type AskedField = {
  name: string;
  label: string;
  kind: string;
  required: boolean;
  choices?: string[];
};

/** What an account says of itself to everybody. */
export type Config = {
  account: string;
  name: string;
  color?: string | null;
  greeting?: string | null;
  languages?: string[];
  pre_chat?: AskedField[];
  office?: Office;
  reply_seconds?: number | null;
  verified_only?: boolean;
  upload?: { max_size: number; types?: string[] } | null;
  email_continuation?: boolean;
  transcript?: boolean;
};

export type Page = { url: string; title: string };
export type Theme = 'light' | 'dark' | 'auto';

/** What the host's page gives the frame at first. */
export type Given = {
  config: Config;
  kept: Record<string, string>;
  page: Page;
  open: boolean;
  locale?: string;
  theme?: Theme;
  color?: string;
  identify?: Identity;
};

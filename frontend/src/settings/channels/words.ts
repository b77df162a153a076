import type { ChannelField } from '../../api/types';
import { knows, t } from '../../ui/text';

type Rows = readonly (string | readonly string[])[];

/**
 * How the fields of a channel are laid out: groups, and in each its rows in the order they are read, some of several
 * fields. A field that nobody named stands in the last group, so that a new one is never out of reach.
 */
const layouts: Record<string, Record<string, Rows>> = {
  email: {
    identity: [['address', 'from_name'], 'accepts', 'signature', 'acknowledgement'],
    receiving: [
      ['imap_host', 'imap_port', 'imap_security'],
      ['imap_user', 'imap_password'],
      ['imap_folders', 'sent_folder'],
    ],
    sending: [
      ['smtp_host', 'smtp_port', 'smtp_security'],
      ['smtp_user', 'smtp_password'],
    ],
  },
  chat: {
    site: ['origins'],
    look: ['greeting', ['color', 'position'], 'languages'],
    questions: ['pre_chat'],
    office: ['zone', 'hours'],
    visitors: ['identity_secret', 'identity_secret_2', 'verified_only'],
  },
  bluesky: {
    account: ['handle', 'app_password'],
  },
  webhook: {
    callback: ['url'],
    signing: ['secret', 'secret_2'],
    people: ['identity'],
  },
};

export type Group = { name: string; rows: ChannelField[][] };

export function groupsOf(channel: string, fields: ChannelField[]): Group[] {
  const layout = Object.entries(layouts[channel] ?? {});
  const named = new Set(layout.flatMap(([, rows]) => rows.flat()));
  const pick = (names: string | readonly string[]) =>
    [names].flat().flatMap((name) => fields.filter((field) => field.name === name));
  const groups = layout.map(([name, rows]) => ({
    name,
    rows: rows.map(pick).filter((row) => row.length > 0),
  }));
  const others = fields.filter(({ name }) => !named.has(name)).map((field) => [field]);
  return [...groups, { name: layout.length > 0 ? 'more' : 'all', rows: others }].filter(
    ({ rows }) => rows.length > 0,
  );
}

const spelt = (name: string) => {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const ifKnown = (key: string): string | undefined => (knows(key) ? t(key) : undefined);

/** A field in our own words, and spelt out where there are none. */
export const labelOf = (channel: string, { name }: ChannelField): string =>
  ifKnown(`field.${channel}.${name}.label`) ?? spelt(name);

export const hintOf = (channel: string, { name }: ChannelField): string | undefined =>
  ifKnown(`field.${channel}.${name}.hint`);

export const exampleOf = (channel: string, { name }: ChannelField): string | undefined =>
  ifKnown(`field.${channel}.${name}.example`);

export const choiceOf = (channel: string, { name }: ChannelField, choice: string): string =>
  ifKnown(`field.${channel}.${name}.choice.${choice}`) ?? spelt(choice);

export const stepOf = (step: string): string => ifKnown(`trial.step.${step}`) ?? spelt(step);

/** What is wrong with a field, in words: our own for what we found, the server's for what it refused. */
export const saidOf = (error: string | undefined): string | undefined =>
  error === 'missing' || error === 'number' ? t(`fieldError.${error}`) : error;

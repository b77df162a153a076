import { Problem } from '../../api/request';
import type { Channel, ChannelDraft, ChannelField } from '../../api/types';

/** What is wrong, by the field it stands at; `name` is the account's own. */
export type Errors = Record<string, 'missing' | 'number' | (string & {})>;

const isSecret = ({ kind }: ChannelField) => kind === 'secret';

/** What the account itself tells of a setting, for one that was set up before it had any. */
const toldBy = (account: Channel | undefined, name: string): string | undefined => {
  if (name === 'address') return account?.address;
  return name === 'accepts' ? account?.accepts.join('\n') : undefined;
};

/** What the form shows at first: what is saved, else what the channel proposes. Secrets are never told. */
export function draftOf(fields: ChannelField[], account?: Channel): ChannelDraft {
  const shown = ({ name, initial }: ChannelField) =>
    account?.settings[name] ?? toldBy(account, name) ?? initial ?? '';
  const settings = fields
    .filter((field) => !isSecret(field))
    .map((field) => [field.name, shown(field)] as const);
  return { name: account?.name ?? '', settings: Object.fromEntries(settings), secrets: {} };
}

export const isChanged = (draft: ChannelDraft, start: ChannelDraft): boolean =>
  draft.name !== start.name ||
  Object.keys(draft.secrets).length > 0 ||
  Object.entries(draft.settings).some(([name, value]) => value !== start.settings[name]);

/** What can be told without asking the server. A secret that is kept is not missing. */
export function check(
  fields: ChannelField[],
  draft: ChannelDraft,
  kept: readonly string[] = [],
): Errors {
  const errors: Errors = draft.name.trim() ? {} : { name: 'missing' };
  for (const field of fields) {
    const { name, kind } = field;
    const required = field.required && field.initial === null;
    const replaced = draft.secrets[name];
    const value = isSecret(field)
      ? (replaced ?? (kept.includes(name) ? 'kept' : ''))
      : draft.settings[name];
    if (!value?.trim()) {
      if (required && kind !== 'flag') errors[name] = 'missing';
    } else if (kind === 'number' && !/^\d{1,9}$/.test(value.trim())) errors[name] = 'number';
  }
  return errors;
}

/** What is sent: stripped, and of secrets only those that were typed. */
export function bodyOf(draft: ChannelDraft): ChannelDraft {
  const stripped = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
  return { ...draft, name: draft.name.trim(), settings: stripped(draft.settings) };
}

type Said = { field: string; message: string };

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'field' in value && 'message' in value;

/** What a problem says about fields: those that it lists, else the one setting that its code names. */
function saidBy({ type, message, members }: Problem): Said[] {
  const listed = members.fields ?? members.violations;
  if (Array.isArray(listed)) return listed.filter(isSaid);
  const named = /settings\.(\w+)$/.exec(type)?.[1];
  return named ? [{ field: named, message }] : [];
}

/** A refusal's words at the fields it names; `rest` is what belongs to none of them. */
export function refusalOf(
  failure: unknown,
  fields: ChannelField[],
): { errors: Errors; rest: string | null } {
  if (!(failure instanceof Problem)) {
    return { errors: {}, rest: failure instanceof Error ? failure.message : null };
  }
  const known = new Set(['name', ...fields.map(({ name }) => name)]);
  const errors: Errors = {};
  for (const { field, message } of saidBy(failure)) {
    const name = field.split('.').at(-1) ?? '';
    if (known.has(name)) errors[name] = message;
  }
  return { errors, rest: Object.keys(errors).length > 0 ? null : failure.message };
}

/** 256 random bits, as people copy them. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { AskedField } from './config';
import type { Key } from './languages';
import type { Profile, Visitor } from './live/frames';

export type InputKind =
  'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'multiline' | 'flag' | 'choice';

const kinds: Record<string, InputKind> = {
  email: 'email',
  phone: 'tel',
  tel: 'tel',
  url: 'url',
  number: 'number',
  date: 'date',
  multiline: 'multiline',
  flag: 'flag',
  choice: 'choice',
};

/** How a field is filled in; what is not known is a line of text. */
export const kindOf = ({ name, kind }: AskedField): InputKind =>
  name === 'email' ? 'email' : (kinds[kind.toLowerCase()] ?? 'text');

/** What is still to be asked before the first message: nothing is asked twice. */
export function unknown(
  asked: readonly AskedField[],
  visitor: Visitor,
  profile: Profile,
): AskedField[] {
  const known: Record<string, unknown> = {
    ...profile.fields,
    name: visitor.name || profile.name,
    email: visitor.email || profile.email,
  };
  return asked.filter(
    ({ name }) => known[name] === undefined || known[name] === '' || known[name] === null,
  );
}

/** What is wrong with what was filled in, in a word of the catalogue; null if nothing is. */
export function complaint(field: AskedField, value: string): Key | null {
  const text = value.trim();
  if (text === '') return field.required ? 'required' : null;
  const kind = kindOf(field);
  if (kind === 'email' && !isEmail(text)) return 'badEmail';
  if (kind === 'number' && !Number.isFinite(Number(text))) return 'badNumber';
  return null;
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export function profileOf(values: Record<string, string>, before: Profile): Profile {
  const { name, email, ...fields } = Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
  return {
    ...before,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(Object.keys(fields).length > 0 ? { fields: { ...before.fields, ...fields } } : {}),
  };
}

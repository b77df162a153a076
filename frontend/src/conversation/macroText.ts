import type { Macro, Named, Status, Then } from '../api/types';
import { t } from '../ui/text';

type Names = { statuses: Status[]; people: Named[]; teams: Named[] };

const nameIn = (all: Named[], id: string) => all.find((one) => one.id === id)?.name ?? id;

/** What is done besides the writing, each in a few words. */
export function thenText(then: Then | undefined, { statuses, people, teams }: Names): string[] {
  if (!then) return [];
  return [
    ...(then.status ? [t('macro.status', { name: nameIn(statuses, then.status) })] : []),
    ...(then.assignee ? [t('macro.assignee', { name: nameIn(people, then.assignee) })] : []),
    ...(then.team ? [t('macro.team', { name: nameIn(teams, then.team) })] : []),
    ...(then.priority ? [t('macro.priority', { name: t(`priority.${then.priority}`) })] : []),
    ...(then.add_labels ?? []).map((name) => `+ ${name}`),
    ...(then.remove_labels ?? []).map((name) => `− ${name}`),
  ];
}

/** Macros whose name has every word; those whose name begins with the text come first. */
export function macrosFor(macros: readonly Macro[], text: string): Macro[] {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  const rank = ({ name }: Macro) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return macros
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Macros that say all of this, in their name or in their text. */
export function snippetsFor(macros: readonly Macro[], text: string): Macro[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const named = macrosFor(macros, text).filter((macro) => macro.text.trim() !== '');
  const others = macros.filter((macro) => {
    const all = `${macro.name} ${macro.text}`.toLowerCase();
    return macro.text.trim() !== '' && words.every((word) => all.includes(word));
  });
  return [...new Set([...named, ...others])];
}

/** What is looked for while it is typed: `/macro`, `::words of one`, `:emoji`. */
export type Asked = { by: 'macro' | 'snippet' | 'emoji'; from: number; to: number; text: string };

const words = '([\\p{L}\\p{N}_-][\\p{L}\\p{N}_ -]{0,30}|)';
const signs = [
  { by: 'macro', at: new RegExp(`(?:^|\\s)(/${words})$`, 'u') },
  { by: 'snippet', at: new RegExp(`(?:^|\\s)(::${words})$`, 'u') },
  { by: 'emoji', at: /(?:^|[\s(])(:([a-z][a-z0-9_+-]{0,20}|))$/i },
] as const;

/** What ends at the cursor and begins a word; null when nothing is being looked for. */
export function askedAt(text: string, cursor: number): Asked | null {
  const before = text.slice(0, cursor);
  for (const { by, at } of signs) {
    const match = at.exec(before);
    if (!match) continue;
    return { by, from: cursor - (match[1] ?? '').length, to: cursor, text: match[2] ?? '' };
  }
  return null;
}

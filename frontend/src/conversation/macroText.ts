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

export type Slash = { from: number; to: number; text: string };

/** The `/…` that ends at the cursor, if it begins a word; null when no macro is being looked for. */
export function slashAt(text: string, cursor: number): Slash | null {
  const match = /(?:^|\s)(\/([\p{L}\p{N}_-][\p{L}\p{N}_ -]{0,30}|))$/u.exec(text.slice(0, cursor));
  if (!match) return null;
  const from = cursor - (match[1] ?? '').length;
  return { from, to: cursor, text: match[2] ?? '' };
}

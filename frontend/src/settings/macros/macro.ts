import type { Variable } from '../../api/macros';
import type { Label, Macro, MacroThen, Person, Status, Team } from '../../api/types';
import { t } from '../../ui/text';

export type MacroDraft = Omit<Macro, 'id'>;

export const emptyMacro: MacroDraft = { name: '', text: '', html: null, then: {}, shared: false };

export const draftOf = ({ name, text, then, shared }: Macro): MacroDraft => ({
  name,
  text,
  html: null,
  then,
  shared,
});

/** Only what is set stays: an empty choice is none. */
export const thenOf = (then: MacroThen): MacroThen =>
  Object.fromEntries(Object.entries(then).filter(([, value]) => value.length > 0));

export const isChanged = (draft: MacroDraft, start: MacroDraft): boolean =>
  JSON.stringify({ ...draft, then: thenOf(draft.then) }) !==
  JSON.stringify({ ...start, then: thenOf(start.then) });

/** The text with a variable where the cursor stands, and where the cursor is then. */
export function insert(
  text: string,
  variable: Variable,
  from: number,
  to: number,
): { text: string; cursor: number } {
  return {
    text: text.slice(0, from) + variable + text.slice(to),
    cursor: from + variable.length,
  };
}

export type Names = { statuses: Status[]; people: Person[]; teams: Team[]; labels: Label[] };

/** What a macro does besides its words, in words. */
export function deedsOf(then: MacroThen, { statuses, people, teams }: Names): string[] {
  const named = (list: { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  const deeds: string[] = [];
  if (then.status) deeds.push(t('macros.does.status', { name: named(statuses, then.status) }));
  if (then.assignee) deeds.push(t('macros.does.assignee', { name: named(people, then.assignee) }));
  if (then.team) deeds.push(t('macros.does.team', { name: named(teams, then.team) }));
  if (then.priority) {
    deeds.push(t('macros.does.priority', { name: t(`priority.${then.priority}`) }));
  }
  if (then.add_labels?.length) {
    deeds.push(t('macros.does.addLabels', { names: then.add_labels.join(', ') }));
  }
  if (then.remove_labels?.length) {
    deeds.push(t('macros.does.removeLabels', { names: then.remove_labels.join(', ') }));
  }
  return deeds;
}

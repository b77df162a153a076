import { thing } from './queries';
import { request } from './request';
import type { Macro } from './types';

export const macrosQuery = thing<Macro[]>('macros');

export type MacroDraft = Omit<Macro, 'id'>;

export const addMacro = (macro: MacroDraft): Promise<Macro> =>
  request('POST', '/api/macros', { body: macro });

export const changeMacro = (id: string, macro: MacroDraft): Promise<Macro> =>
  request('PATCH', `/api/macros/${id}`, { body: macro });

export const removeMacro = (id: string): Promise<void> => request('DELETE', `/api/macros/${id}`);

/** What a macro's text may name. */
export const variables = ['{{contact.name}}', '{{agent.name}}', '{{conversation.number}}'] as const;
export type Variable = (typeof variables)[number];

export type Known = {
  contact?: { name: string | null };
  agent?: { name: string };
  conversation?: { number: number };
};

/** Puts in what is known; what is not stays as it is written, so that it is seen before it is sent. */
export function fillIn(text: string, { contact, agent, conversation }: Known): string {
  const values: Record<Variable, string | undefined> = {
    '{{contact.name}}': contact?.name || undefined,
    '{{agent.name}}': agent?.name || undefined,
    '{{conversation.number}}': conversation && String(conversation.number),
  };
  return text.replace(
    /\{\{\s*([a-z_.]+)\s*\}\}/g,
    (written, name: string) => values[`{{${name}}}` as Variable] ?? written,
  );
}

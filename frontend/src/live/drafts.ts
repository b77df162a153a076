import { useSyncExternalStore } from 'react';
import type { NewMessage } from '../api/types';

/** What is written but not sent, kept in this browser so that no reload and no failure loses it. */
export type Draft = {
  kind: 'reply' | 'note';
  reply: string;
  note: string;
  /** The last public `seq` its writer had seen when the reply was begun or reviewed. */
  baseSeq: number;
  /** What was given to the server and not answered yet: a page that is closed meanwhile loses nothing. */
  outgoing?: Outgoing;
  /** The last try whose outcome is unknown: sending the same again takes the same key, so it is sent once. */
  tried?: Outgoing;
};

export type Outgoing = { key: string; message: NewMessage };

const prefix = 'firth.draft.';
const listeners = new Set<() => void>();
const known = new Map<string, Draft | null>();

function load(id: string): Draft | null {
  const cached = known.get(id);
  if (cached !== undefined) return cached;
  let draft: Draft | null;
  try {
    draft = recovered(JSON.parse(localStorage.getItem(prefix + id) ?? 'null') as Draft | null);
  } catch {
    draft = null;
  }
  known.set(id, draft);
  return draft;
}

export const draftOf = load;

export const hasText = (draft: Draft | null): boolean =>
  draft !== null && (draft.reply.trim() !== '' || draft.note.trim() !== '');

/** What was under way when the page was closed is a draft again. */
function recovered(draft: Draft | null): Draft | null {
  if (!draft?.outgoing) return draft;
  const { outgoing, ...rest } = draft;
  return returned(rest, outgoing);
}

/** The draft with a message that could not be sent put back before what was written since. */
export function returned(draft: Draft, tried: Outgoing): Draft {
  const { kind, text, base_seq } = tried.message;
  const { outgoing: _, ...rest } = draft;
  const since = draft[kind].trim() === '' ? '' : `\n\n${draft[kind]}`;
  return {
    ...rest,
    kind,
    [kind]: text + since,
    baseSeq: kind === 'reply' ? base_seq : draft.baseSeq,
    tried,
  };
}

export function keepDraft(id: string, draft: Draft | null): void {
  const worth = hasText(draft) || draft?.outgoing ? draft : null;
  known.set(id, draft);
  try {
    if (worth) localStorage.setItem(prefix + id, JSON.stringify(worth));
    else localStorage.removeItem(prefix + id);
  } catch {
    // storage may be full or forbidden: the draft stays in memory
  }
  for (const listener of listeners) listener();
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDraft = (id: string): Draft | null => useSyncExternalStore(watch, () => load(id));

window.addEventListener('storage', ({ key }) => {
  if (!key?.startsWith(prefix)) return;
  known.delete(key.slice(prefix.length));
  for (const listener of listeners) listener();
});

import { useSyncExternalStore } from 'react';
import type { NewMessage, Recipient, Then } from '../api/types';
import type { Upload } from '../api/uploads';

/** Who a reply goes to, where it does not simply go back to whoever wrote. */
export type People = { to: Recipient[]; cc: Recipient[]; bcc: Recipient[] };

/** What is written but not sent, kept in this browser so that no reload and no failure loses it. */
export type Draft = {
  kind: 'reply' | 'note';
  reply: string;
  note: string;
  /** The last public `seq` its writer had seen when the reply was begun or reviewed. */
  baseSeq: number;
  people?: People;
  files?: Upload[];
  /** The `seq` of the message that is handed on. */
  forward?: number;
  /** What a macro wants done when it is sent. */
  then?: Then;
  /** What was given to the server and not answered yet: a page that is closed meanwhile loses nothing. */
  outgoing?: Outgoing;
  /** The last try whose outcome is unknown: sending the same again takes the same key, so it is sent once. */
  tried?: Outgoing;
  /** When it was last written in, by the server's clock. */
  editedAt?: number;
  /** What the server keeps of it: when it was saved, and its content then. */
  kept?: { savedAt: string; content: string };
};

export type Outgoing = {
  key: string;
  message: NewMessage;
  people?: People;
  files?: Upload[];
  then?: Then;
};

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

/** Whether anything would be lost with it. */
export const isWorth = (draft: Draft | null): boolean =>
  hasText(draft) || (draft?.files?.length ?? 0) > 0 || draft?.forward !== undefined;

/** What was under way when the page was closed is a draft again. */
function recovered(draft: Draft | null): Draft | null {
  if (!draft?.outgoing) return draft;
  const { outgoing, ...rest } = draft;
  return returned(rest, outgoing);
}

/** The draft with a message that could not be sent put back before what was written since. */
export function returned(draft: Draft, tried: Outgoing): Draft {
  const { kind, text, base_seq, forward } = tried.message;
  const { outgoing: _, ...rest } = draft;
  const since = draft[kind].trim() === '' ? '' : `\n\n${draft[kind]}`;
  const files = [...(tried.files ?? []), ...(draft.files ?? [])];
  const people = draft.people ?? tried.people;
  return {
    ...rest,
    kind,
    [kind]: text + since,
    baseSeq: kind === 'reply' ? base_seq : draft.baseSeq,
    ...(files.length > 0 ? { files } : {}),
    ...(people ? { people } : {}),
    ...(forward ? { forward: forward.seq } : {}),
    ...(tried.then ? { then: tried.then } : {}),
    tried,
  };
}

export function keepDraft(id: string, draft: Draft | null): void {
  const worth = isWorth(draft) || draft?.outgoing || draft?.kept ? draft : null;
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

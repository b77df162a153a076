import type { KeptDraft, ListedDraft } from '../api/drafts';
import type { Then } from '../api/types';
import type { Upload } from '../api/uploads';
import type { Draft, People } from './drafts';

/** However the server orders its members. */
const ordered = (then: Then): Then =>
  Object.fromEntries(Object.entries(then).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What of a draft the server keeps; two drafts with the same content are the same draft. */
export function contentOf(draft: Draft): Omit<KeptDraft, 'saved_at' | 'attachments'> & {
  attachments: string[];
} {
  // one draft is kept: the other tab's text counts only while this one's is empty
  const other = draft.kind === 'reply' ? 'note' : 'reply';
  const kind = draft[draft.kind].trim() === '' && draft[other].trim() !== '' ? other : draft.kind;
  return {
    kind,
    text: draft[kind],
    ...(draft.people ?? {}),
    attachments: (draft.files ?? []).map(({ id }) => id),
    ...(draft.forward !== undefined ? { forward: { seq: draft.forward } } : {}),
    ...(draft.then ? { then: ordered(draft.then) } : {}),
    base_seq: draft.baseSeq,
  };
}

export const fingerprint = (draft: Draft): string => {
  const { base_seq: _, ...content } = contentOf(draft);
  return JSON.stringify(content);
};

export const isEmptyContent = (draft: Draft): boolean => {
  const { text, attachments, forward } = contentOf(draft);
  return text.trim() === '' && attachments.length === 0 && !forward;
};

const whole = (file: string | Upload): file is Upload => typeof file !== 'string';

/** This device's draft with the server's content in it. */
export function adopted(draft: Draft, kept: KeptDraft): Draft {
  const { kind, text } = kept;
  const people: People | null =
    kept.to?.length || kept.cc?.length || kept.bcc?.length
      ? { to: kept.to ?? [], cc: kept.cc ?? [], bcc: kept.bcc ?? [] }
      : null;
  const known = new Map(draft.files?.map((file) => [file.id, file]));
  const files = (kept.attachments ?? []).flatMap((file) =>
    whole(file) ? [file] : (known.get(file) ?? []),
  );
  const { people: _, files: __, forward: ___, then: ____, tried: _____, ...rest } = draft;
  const next: Draft = {
    ...rest,
    kind,
    [kind]: text,
    baseSeq: kept.base_seq,
    ...(people ? { people } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(kept.forward ? { forward: kept.forward.seq } : {}),
    ...(kept.then ? { then: kept.then } : {}),
  };
  return {
    ...next,
    editedAt: Date.parse(kept.saved_at),
    kept: { savedAt: kept.saved_at, content: fingerprint(next) },
  };
}

/**
 * The words that a list shows of a draft: what is written here and not saved yet, or else what the server keeps.
 * `listed` is undefined while that is not known.
 */
export function listedText(
  here: Draft | null,
  listed: readonly ListedDraft[] | undefined,
  conversation: string,
): string | null {
  const text = here?.reply.trim() || here?.note.trim() || null;
  if (!listed) return text;
  if (here && here.kept?.content !== fingerprint(here)) return text;
  return listed.find((one) => one.conversation === conversation)?.text.trim() || null;
}

export type Verdict = {
  /**
   * `adopt` the server's, `save` ours there, `drop` ours because it was sent or discarded elsewhere; `agree`
   * when both say the same.
   */
  do: 'nothing' | 'agree' | 'adopt' | 'save' | 'drop';
  /** Both were written in since they last agreed: the agent is told which one stayed. */
  conflict: boolean;
};

/** What to do when the draft here meets the one the server keeps. The one written last wins. */
export function reconcile(here: Draft, kept: KeptDraft | null): Verdict {
  const empty = isEmptyContent(here);
  const changed = here.kept ? fingerprint(here) !== here.kept.content : !empty;
  if (here.outgoing) return { do: 'nothing', conflict: false };
  if (kept === null) {
    if (here.kept && !changed) return { do: 'drop', conflict: false };
    return { do: empty ? 'nothing' : 'save', conflict: false };
  }
  if (here.kept?.savedAt === kept.saved_at) {
    return { do: changed ? 'save' : 'nothing', conflict: false };
  }
  const older = here.kept && Date.parse(kept.saved_at) < Date.parse(here.kept.savedAt);
  // an answer that was overtaken by our own saving says nothing new
  if (older) return { do: 'nothing', conflict: false };
  const theirs = fingerprint(adopted(here, kept));
  if (theirs === fingerprint(here)) return { do: 'agree', conflict: false };
  if (!changed) return { do: 'adopt', conflict: false };
  const wins = Date.parse(kept.saved_at) > (here.editedAt ?? 0);
  return { do: wins ? 'adopt' : 'save', conflict: true };
}

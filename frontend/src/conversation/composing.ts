import type { Limits, NewMessage, Then } from '../api/types';
import type { Draft, Outgoing } from '../live/drafts';
import { lengthOf } from '../ui/length';
import { isFormatted, toHtml } from '../ui/markup';
import type { Slot } from '../ui/slots';
import { slotsIn } from '../ui/slots';
import { impossible } from './people';

/** What is counted before it is shown: nobody wants to see `12 of 200,000`. */
const shownFrom = 0.7;

export type Count = { length: number; most: number; over: number; shown: boolean };

/** How much of what the channel takes is used up; null where there is no limit, and for notes. */
export function countOf(text: string, draft: Draft, limits: Limits | undefined): Count | null {
  if (draft.kind === 'note' || !limits?.max_length) return null;
  const length = lengthOf(text, limits.measure);
  const most = limits.max_length;
  return { length, most, over: Math.max(0, length - most), shown: length >= most * shownFrom };
}

/** Channels whose readers see light formatting made of the text itself. */
export const showsMarks = (channel: string): boolean => channel === 'chat';

export type Hindrance =
  | { why: 'empty' | 'sending' | 'uploading' | 'nobody' }
  | { why: 'tooLong'; over: number }
  | { why: 'address'; value: string }
  | { why: 'tooMany'; most: number }
  | { why: 'slot'; slot: Slot };

/** Why a message cannot be sent as it is, or null if it can. */
export function hindrance(
  draft: Draft,
  limits: Limits | undefined,
  uploading: boolean,
): Hindrance | null {
  const files = draft.files?.length ?? 0;
  const text = draft[draft.kind].trim();
  if (draft.outgoing) return { why: 'sending' };
  if (uploading) return { why: 'uploading' };
  const forwards = draft.kind === 'reply' && draft.forward !== undefined;
  if (text === '' && files === 0 && !forwards) return { why: 'empty' };
  if (draft.kind === 'note') return null;
  const over = countOf(text, draft, limits)?.over ?? 0;
  if (over > 0) return { why: 'tooLong', over };
  const most = limits?.max_attachments;
  if (most !== undefined && files > most) return { why: 'tooMany', most };
  if (forwards && !draft.people) return { why: 'nobody' };
  if (draft.people?.to.length === 0) return { why: 'nobody' };
  const wrong = draft.people && impossible(draft.people)[0];
  if (wrong) return { why: 'address', value: wrong.value };
  // the last one, since it is the only one that its writer may pass over
  const slot = slotsIn(draft.reply)[0];
  return slot ? { why: 'slot', slot } : null;
}

/** The draft as it is sent. */
export function messageOf(
  draft: Draft,
  limits: Limits | undefined,
  then: Then | undefined,
  over: Partial<NewMessage>,
): NewMessage {
  const text = draft[draft.kind].trim();
  const kind = over.kind ?? draft.kind;
  const reply = kind === 'reply';
  const wanted: Then = { ...draft.then, ...then };
  return {
    kind,
    text,
    base_seq: draft.baseSeq,
    ...(reply && limits?.html && isFormatted(text) ? { html: toHtml(text) } : {}),
    ...(reply && draft.people ? draft.people : {}),
    ...(draft.files?.length ? { attachments: draft.files.map(({ id }) => id) } : {}),
    ...(reply && draft.forward !== undefined ? { forward: { seq: draft.forward } } : {}),
    ...(Object.keys(wanted).length > 0 ? { then: wanted } : {}),
    ...over,
  };
}

/** What stays in the composer while the rest is under way, and what comes back if that fails. */
export function sentOff(draft: Draft, outgoing: Outgoing): Draft {
  const { tried: _, people, files, forward: __, then, ...rest } = draft;
  return {
    ...rest,
    [draft.kind]: '',
    outgoing: {
      ...outgoing,
      ...(people ? { people } : {}),
      ...(files ? { files } : {}),
      ...(then ? { then } : {}),
    },
  };
}

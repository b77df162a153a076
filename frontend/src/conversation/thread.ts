import type { Activity, Interaction, Message, Note } from '../api/types';

/** What the thread shows, from top to bottom. */
export type Part =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'content'; key: string; its: Message | Note; joined: boolean }
  | { kind: 'activity'; key: string; its: Activity[] };

const shownTogetherMs = 5 * 60_000;

const isContent = (its: Interaction): its is Message | Note =>
  its.type === 'message' || its.type === 'note';

/** Whether a message continues the one before, so that its head need not be repeated. */
function joins(its: Message | Note, before: Part | undefined): boolean {
  if (before?.kind !== 'content' || before.its.type !== its.type) return false;
  const same = before.its.actor.kind === its.actor.kind && before.its.actor.name === its.actor.name;
  return same && Date.parse(its.at) - Date.parse(before.its.at) < shownTogetherMs;
}

/**
 * Lays interactions out: a line a day, one before the first message that was not read when the
 * conversation was opened, and what was only changed gathered between what was written. Delivery
 * reports are shown at their messages, so they have no line of their own.
 */
export function parts(
  interactions: readonly Interaction[],
  readSeq: number,
  dayOf: (at: string) => string,
): Part[] {
  const all: Part[] = [];
  let day = '';
  let marked = false;
  for (const its of interactions) {
    if (its.type === 'delivery') continue;
    if (dayOf(its.at) !== day) {
      day = dayOf(its.at);
      all.push({ kind: 'day', key: `day-${day}`, at: its.at });
    }
    if (!isContent(its)) {
      const last = all.at(-1);
      if (last?.kind === 'activity') last.its.push(its);
      else all.push({ kind: 'activity', key: `activity-${its.seq}`, its: [its] });
      continue;
    }
    const fromCustomer = its.type === 'message' && its.direction === 'in';
    if (!marked && fromCustomer && its.seq > readSeq) {
      marked = true;
      if (its.seq > 1) all.push({ kind: 'unread', key: 'unread' });
    }
    all.push({ kind: 'content', key: `seq-${its.seq}`, its, joined: joins(its, all.at(-1)) });
  }
  return all;
}

/** Public messages the writer of a reply has not had before their eyes; their own never count. */
export function unseen(
  interactions: readonly Interaction[],
  baseSeq: number,
  me: string | undefined,
): Message[] {
  return interactions.filter(
    (its): its is Message =>
      its.type === 'message' &&
      its.seq > baseSeq &&
      !(its.direction === 'out' && its.actor.id === me),
  );
}

import type {
  Activity,
  Actor,
  Afterwards,
  Content,
  Interaction,
  Joining,
  Message,
  Note,
  Suggesting,
} from '../api/types';

/** A message as it was before an edit. */
export type Version = { at: string; content: Content };

export type Reaction = { emoji: string; names: string[] };

/** What became of a message after it was written. */
export type After = {
  /** What stands there now; its own content unless it was edited. */
  content: Content & { seq: number };
  /** Earlier wordings, the first one first. */
  versions: Version[];
  editedAt: string | null;
  removed: { at: string; by: Actor } | null;
  reactions: Reaction[];
};

/** What the thread shows, from top to bottom. */
export type Part =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | {
      kind: 'content';
      key: string;
      its: Message | Note;
      joined: boolean;
      after: After | undefined;
    }
  | { kind: 'merged'; key: string; its: Joining & { type: 'merged' } }
  | { kind: 'activity'; key: string; its: (Activity | Joining)[] };

const shownTogetherMs = 5 * 60_000;

const isContent = (its: Interaction): its is Message | Note =>
  its.type === 'message' || its.type === 'note';

type Silent = Afterwards | Suggesting | (Activity & { type: 'delivery' });

/** Said at the message or the offer that they are about, so that they have no line of their own. */
const isSilent = (its: Interaction): its is Silent =>
  its.type === 'delivery' ||
  its.type === 'edited' ||
  its.type === 'removed' ||
  its.type === 'reacted' ||
  its.type === 'suggested' ||
  its.type === 'suggestion_used' ||
  its.type === 'suggestion_dismissed';

/** Whether a message continues the one before, so that its head need not be repeated. */
function joins(its: Message | Note, before: Part | undefined): boolean {
  if (before?.kind !== 'content' || before.its.type !== its.type) return false;
  const same = before.its.actor.kind === its.actor.kind && before.its.actor.name === its.actor.name;
  return same && Date.parse(its.at) - Date.parse(before.its.at) < shownTogetherMs;
}

function reacted(all: Reaction[], emoji: string, name: string, on: boolean): Reaction[] {
  const known = all.find((one) => one.emoji === emoji);
  const others = (known?.names ?? []).filter((other) => other !== name);
  const names = on ? [...others, name] : others;
  if (!known) return on ? [...all, { emoji, names }] : all;
  return all.flatMap((one) =>
    one.emoji !== emoji ? [one] : names.length > 0 ? [{ emoji, names }] : [],
  );
}

/** What happened to each message later on, by its `seq`; most have nothing to tell. */
export function afterwards(interactions: readonly Interaction[]): Map<number, After> {
  const known = new Map<number, After>();
  const messages = new Map<number, Message | Note>();
  for (const its of interactions) {
    if (isContent(its)) {
      messages.set(its.seq, its);
      continue;
    }
    if (its.type !== 'edited' && its.type !== 'removed' && its.type !== 'reacted') continue;
    const message = messages.get(its.message);
    if (!message) continue;
    const before = known.get(its.message) ?? {
      content: message,
      versions: [],
      editedAt: null,
      removed: null,
      reactions: [],
    };
    known.set(its.message, next(before, its, message.at));
  }
  return known;
}

function next(
  before: After,
  its: Interaction & { type: 'edited' | 'removed' | 'reacted' },
  writtenAt: string,
): After {
  switch (its.type) {
    case 'edited': {
      const version = { at: before.editedAt ?? writtenAt, content: before.content };
      return {
        ...before,
        content: its,
        versions: [...before.versions, version],
        editedAt: its.at,
      };
    }
    case 'removed':
      return { ...before, removed: { at: its.at, by: its.actor } };
    case 'reacted': {
      const name = its.by.name ?? its.by.value;
      return { ...before, reactions: reacted(before.reactions, its.emoji, name, its.on) };
    }
  }
}

/** A merge that was taken back is a line like any other change. */
function isTakenBack(its: Joining & { type: 'merged' }, all: readonly Interaction[]): boolean {
  return all.some(
    (later) => later.type === 'separated' && later.from === its.from && later.seq > its.seq,
  );
}

/**
 * Lays interactions out: a line a day, one before the first message that was not read when the
 * conversation was opened, and what was only changed gathered between what was written.
 */
export function parts(
  interactions: readonly Interaction[],
  readSeq: number,
  dayOf: (at: string) => string,
  known: ReadonlyMap<number, After> = afterwards(interactions),
): Part[] {
  const all: Part[] = [];
  let day = '';
  let marked = false;
  for (const its of interactions) {
    if (isSilent(its)) continue;
    if (dayOf(its.at) !== day) {
      day = dayOf(its.at);
      all.push({ kind: 'day', key: `day-${day}`, at: its.at });
    }
    if (its.type === 'merged' && !isTakenBack(its, interactions)) {
      all.push({ kind: 'merged', key: `merged-${its.seq}`, its });
      continue;
    }
    if (!isContent(its)) {
      const line = its as Activity | Joining;
      const last = all.at(-1);
      if (last?.kind === 'activity') last.its.push(line);
      else all.push({ kind: 'activity', key: `activity-${its.seq}`, its: [line] });
      continue;
    }
    const fromCustomer = its.type === 'message' && its.direction === 'in';
    if (!marked && fromCustomer && its.seq > readSeq) {
      marked = true;
      if (its.seq > 1) all.push({ kind: 'unread', key: 'unread' });
    }
    all.push({
      kind: 'content',
      key: `seq-${its.seq}`,
      its,
      joined: joins(its, all.at(-1)),
      after: known.get(its.seq),
    });
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

import type { Filter, Listed } from '../api/list';
import type { Conversation, Counts, Interaction, Item, Presence } from '../api/types';
import { fold, lastSeq } from './fold';
import type { DataFrame, EventFrame, SnapshotFrame, StateFrame } from './frames';
import { isInteraction, isItem } from './frames';
import { belongs, compare } from '../api/order';

/** A list, with the positions at which rows left it: an older frame must not bring them back. */
export type LiveList = Listed & { gone?: Record<string, number> };

/** All that frames may change. */
export type CacheState = {
  lists: { filter: Filter; list: LiveList }[];
  conversations: Record<string, Conversation>;
  presence: Record<string, Presence[]>;
  counts: Counts | null;
  /** Streams whose content must be fetched again. */
  stale: readonly string[];
};

const stale = (state: CacheState, stream: string): CacheState =>
  state.stale.includes(stream) ? state : { ...state, stale: [...state.stale, stream] };

const target = (stream: string) => stream.slice(stream.indexOf(':') + 1);

/** What is known about how far the caller has read; frames do not say it. */
function readSeq(state: CacheState, id: string): number | undefined {
  const open = state.conversations[id];
  if (open?.read_seq !== undefined) return open.read_seq;
  for (const { list } of state.lists) {
    const row = list.items.find((item) => item.id === id);
    if (row?.read_seq !== undefined) return row.read_seq;
  }
  return undefined;
}

function without(list: LiveList, id: string, position: number): LiveList {
  return {
    ...list,
    items: list.items.filter((item) => item.id !== id),
    gone: { ...list.gone, [id]: Math.max(position, list.gone?.[id] ?? 0) },
  };
}

/** Puts the row where it belongs, unless that is below the last page fetched so far. */
function placed(list: LiveList, row: Item, filter: Filter): LiveList {
  const others = list.items.filter((item) => item.id !== row.id);
  const found = others.findIndex((item) => compare(row, item, filter.sort) < 0);
  if (found < 0 && list.next !== null) return { ...list, items: others };
  const at = found < 0 ? others.length : found;
  return { ...list, items: [...others.slice(0, at), row, ...others.slice(at)] };
}

/** One list after one frame of its view's feed; the same object if nothing changes. */
export function applyToList(
  list: LiveList,
  filter: Filter,
  frame: StateFrame,
  read?: number,
): LiveList {
  const known = list.items.find((item) => item.id === frame.key);
  const reached = known?.position ?? list.gone?.[frame.key] ?? list.position;
  if (frame.position <= reached) return list;
  if (!isItem(frame.value) || !belongs(frame.value, filter)) {
    return known ? without(list, frame.key, frame.position) : list;
  }
  const row = { ...frame.value, read_seq: known?.read_seq ?? read ?? 0 };
  return placed(list, row, filter);
}

/** The open conversation's header follows the feed; its interactions come by its own stream. */
function applyToHeader(state: CacheState, frame: StateFrame): CacheState {
  const open = state.conversations[frame.key];
  if (!open || !isItem(frame.value) || frame.value.position <= open.position) return state;
  const next = { ...open, ...frame.value, seq: open.seq, read_seq: open.read_seq ?? 0 };
  return { ...state, conversations: { ...state.conversations, [frame.key]: next } };
}

function applyFeed(state: CacheState, frame: StateFrame): CacheState {
  const view = target(frame.stream);
  const read = readSeq(state, frame.key);
  const lists = state.lists.map((entry) => {
    if (entry.filter.view !== view) return entry;
    const list = applyToList(entry.list, entry.filter, frame, read);
    return list === entry.list ? entry : { ...entry, list };
  });
  const same = lists.every((entry, index) => entry === state.lists[index]);
  return applyToHeader(same ? state : { ...state, lists }, frame);
}

/** A conversation after an interaction that is next, already known, or too far ahead (`null`). */
export function applyToConversation(
  conversation: Conversation,
  interaction: Interaction,
): Conversation | null {
  const last = lastSeq(conversation);
  if (interaction.seq <= last) return conversation;
  return interaction.seq === last + 1 ? fold(conversation, interaction) : null;
}

function applyEvent(state: CacheState, frame: EventFrame): CacheState {
  const id = target(frame.stream);
  const open = state.conversations[id];
  if (!frame.stream.startsWith('conversation:') || !open || !isInteraction(frame.data))
    return state;
  const next = applyToConversation(open, frame.data);
  if (next === null) return stale(state, frame.stream);
  if (next === open) return state;
  return { ...state, conversations: { ...state.conversations, [id]: next } };
}

function applyRead(state: CacheState, id: string, seq: number): CacheState {
  const open = state.conversations[id];
  return {
    ...state,
    lists: state.lists.map((entry) =>
      entry.list.items.some((item) => item.id === id && item.read_seq !== seq)
        ? {
            ...entry,
            list: {
              ...entry.list,
              items: entry.list.items.map((item) =>
                item.id === id ? { ...item, read_seq: seq } : item,
              ),
            },
          }
        : entry,
    ),
    conversations: open
      ? { ...state.conversations, [id]: { ...open, read_seq: seq } }
      : state.conversations,
  };
}

function applyMe(state: CacheState, frame: StateFrame): CacheState {
  if (frame.key === 'counts') return { ...state, counts: frame.value as Counts };
  if (frame.key === 'access') return stale(state, 'me');
  if (frame.key.startsWith('draft:')) return stale(state, frame.key);
  if (frame.key.startsWith('read:')) {
    return applyRead(state, target(frame.key), (frame.value as { seq: number }).seq);
  }
  return state;
}

function applyPresence(state: CacheState, frame: StateFrame): CacheState {
  const others = Object.entries(state.presence).filter(([id]) => id !== frame.key);
  const here = (frame.value ?? []) as Presence[];
  const entries = here.length > 0 ? [...others, [frame.key, here] as const] : others;
  return { ...state, presence: Object.fromEntries(entries) };
}

function applyState(state: CacheState, frame: StateFrame): CacheState {
  if (frame.stream.startsWith('feed:')) return applyFeed(state, frame);
  if (frame.stream === 'me') return applyMe(state, frame);
  if (frame.stream === 'presence') return applyPresence(state, frame);
  return state;
}

function applySnapshot(state: CacheState, frame: SnapshotFrame): CacheState {
  // presence is never replayed: what a new subscription does not tell is over
  if (frame.stream === 'presence') return { ...state, presence: {} };
  const counts = (frame.data as { counts?: Counts } | undefined)?.counts;
  return frame.stream === 'me' && counts ? { ...state, counts } : state;
}

/**
 * What the page knows after one more frame. Frames may repeat and may come late: whatever is not newer
 * than what is known changes nothing. What cannot be mended is named in `stale`.
 */
export function apply(state: CacheState, frame: DataFrame): CacheState {
  switch (frame.op) {
    case 'event':
      return applyEvent(state, frame);
    case 'state':
      return applyState(state, frame);
    case 'gap':
      return stale(state, frame.stream);
    case 'snapshot':
      return applySnapshot(state, frame);
  }
}

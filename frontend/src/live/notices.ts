import type { Item } from '../api/types';

/** What an agent wants to be told of, kept in this browser for each person who uses it. */
export type Wants = {
  /** Conversations given to me, and what customers write in mine. */
  mine: boolean;
  mentions: boolean;
  unassigned: boolean;
  sound: boolean;
};

export const usualWants: Wants = { mine: true, mentions: true, unassigned: false, sound: true };

export type Notice = { kind: 'assigned' | 'message' | 'unassigned' | 'mention'; key: string };

/** What was last known of a conversation of a view. */
export type Known = Pick<Item, 'last_customer_seq'>;

type Seen = {
  view: 'mine' | 'unassigned';
  item: Item;
  /** Undefined when the conversation was not in the view before. */
  before: Known | undefined;
  /** Whether this page itself has just changed it. */
  own: boolean;
  /** Whether nothing has happened in it lately: what was imported comes late, and is no news. */
  past: boolean;
};

/** What a row that changed is worth telling, by what the agent wants; null for most. */
export function noticeOf({ view, item, before, own, past }: Seen, wants: Wants): Notice | null {
  if (item.status_category === 'spam' || own || past) return null;
  const wrote = item.last_customer_seq > (before?.last_customer_seq ?? 0);
  // the newest thing about it is what the customer wrote, not a label or a note
  const fresh = wrote && item.last_customer_seq === item.last_public_seq;
  if (view === 'unassigned') {
    if (!wants.unassigned || before || !fresh || item.last_customer_seq !== item.seq) return null;
    return { kind: 'unassigned', key: `${item.id}/${item.last_customer_seq}` };
  }
  if (!wants.mine) return null;
  if (!before) return { kind: 'assigned', key: `${item.id}/assigned/${item.seq}` };
  return fresh ? { kind: 'message', key: `${item.id}/${item.last_customer_seq}` } : null;
}

const place = 'firth.noticed';
const mostKept = 50;

function noticed(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

/** Whether this tab is the first to tell of it; of several tabs only one rings. */
export function claim(key: string): boolean {
  const known = noticed();
  if (known.includes(key)) return false;
  try {
    localStorage.setItem(place, JSON.stringify([...known, key].slice(-mostKept)));
  } catch {
    // then each tab tells of it
  }
  return true;
}

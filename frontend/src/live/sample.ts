import type { Filter } from '../api/list';
import type { Conversation, Interaction, Item, Message } from '../api/types';
import type { CacheState, LiveList } from './apply';
import type { EventFrame, StateFrame } from './frames';

/** What tests are written with. */

export const OPEN: Filter = { view: 'all', tab: 'open', sort: 'activity' };

const moment = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString();

export const item = (id: string, position: number, change: Partial<Item> = {}): Item => ({
  id,
  number: position,
  subject: `About ${id}`,
  channel: 'email',
  account: 'mail',
  status: 'open',
  status_category: 'open',
  ownership: 'queue',
  priority: 'normal',
  assignee: null,
  team: null,
  labels: [],
  contact: { id: `contact-${id}`, name: 'Ada', address: 'ada@analytical.example' },
  preview: '',
  preview_by: 'customer',
  seq: 1,
  last_public_seq: 1,
  last_customer_seq: 1,
  read_seq: 0,
  waiting_since: moment(position),
  snoozed_until: null,
  created_at: moment(position),
  last_activity_at: moment(position),
  related: null,
  external_ref: null,
  position,
  ...change,
});

export const message = (seq: number, position: number, change: Partial<Message> = {}): Message => ({
  type: 'message',
  seq,
  position,
  at: moment(position),
  actor: { kind: 'customer', id: 'c', name: 'Ada' },
  public: true,
  text: `Message ${seq}`,
  quoted: null,
  html: null,
  attachments: [],
  direction: 'in',
  origin: 'human',
  from: null,
  to: [],
  cc: [],
  external_id: null,
  unverified: false,
  delivery: null,
  ...change,
});

export const conversation = (id: string, interactions: Interaction[]): Conversation => {
  const last = interactions.at(-1);
  return {
    ...item(id, last?.position ?? 1, { seq: last?.seq ?? 0 }),
    participants: [],
    unverified: [],
    interactions,
  };
};

export const list = (items: Item[], change: Partial<LiveList> = {}): LiveList => ({
  position: Math.max(0, ...items.map(({ position }) => position)),
  items,
  next: null,
  ...change,
});

export const cache = (change: Partial<CacheState> = {}): CacheState => ({
  lists: [],
  conversations: {},
  presence: {},
  counts: null,
  stale: [],
  ...change,
});

export const row = (
  value: Item | null,
  key: string,
  position: number,
  view = 'all',
): StateFrame => ({
  op: 'state',
  stream: `feed:${view}`,
  key,
  value,
  position,
});

export const event = (id: string, its: Interaction): EventFrame => ({
  op: 'event',
  stream: `conversation:${id}`,
  seq: its.seq,
  position: its.position,
  type: its.type,
  at: its.at,
  data: its,
});

import type { Interaction, Item } from '../api/types';

/** What the server sends on /live. `position` orders everything but a conversation, whose `seq` does. */
export type ServerFrame =
  | { op: 'welcome'; server_time: string; heartbeat_ms: number; epoch: string; agent?: unknown }
  | SnapshotFrame
  | EventFrame
  | StateFrame
  | GapFrame
  | { op: 'error'; code: string; detail?: string; stream?: string }
  | { op: 'ping'; t: number | string }
  | { op: 'bye'; reason: string; retry_after?: number };

export type SnapshotFrame = { op: 'snapshot'; stream: string; position: number; data?: unknown };
export type GapFrame = { op: 'gap'; stream: string; position: number };

export type EventFrame = {
  op: 'event';
  stream: string;
  seq: number;
  position: number;
  type: string;
  at: string;
  data: unknown;
};

export type StateFrame = {
  op: 'state';
  stream: string;
  key: string;
  value: unknown;
  position: number;
};

/** The frames that change what the page knows. */
export type DataFrame = SnapshotFrame | EventFrame | StateFrame | GapFrame;

export type PresenceState = 'viewing' | 'idle' | 'composing' | 'gone';

export type ClientFrame =
  | { op: 'hello' }
  | { op: 'subscribe'; stream: string; from?: number }
  | { op: 'unsubscribe'; stream: string }
  | { op: 'presence'; conversation: string; state: PresenceState }
  | { op: 'pong'; t: number | string };

export const feed = (view: string) => `feed:${view}`;
export const conversationStream = (id: string) => `conversation:${id}`;

export const isInteraction = (value: unknown): value is Interaction =>
  typeof value === 'object' && value !== null && 'seq' in value && 'type' in value;

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'id' in value && 'position' in value;

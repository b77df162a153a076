import type { Office, Owner, Queue, Standing, StateFrame, Visitor, Welcome } from './frames';
import type { Waiting } from './outbox';
import type { Phase } from './socket';
import type { Thread } from './thread';
import { emptyThread } from './thread';

export type ChatState = {
  phase: Phase;
  /** Whether there has ever been a welcome: before that, nothing is known to be missing. */
  greeted: boolean;
  /** The account is closed, or is not for this site. */
  isShut: boolean;
  visitor: Visitor;
  conversation: { id: string | null; open: boolean; agent: string | null; owner: Owner | null };
  thread: Thread;
  waiting: readonly Waiting[];
  /** Up to where the visitor has read, and up to where our side has. */
  readSeq: number;
  readByUs: number;
  typing: { name: string | null } | null;
  queue: Queue | null;
  office: Office | null;
  replySeconds: number | null;
  askedForPerson: boolean;
  /** The question whose answer was not taken. */
  refusedAnswer: string | null;
  /** The server's clock minus the browser's. */
  clockOffsetMs: number;
};

/** What belongs to one conversation and ends with it. */
export const nothingSaid = {
  conversation: { id: null, open: false, agent: null, owner: null },
  thread: emptyThread,
  readSeq: 0,
  readByUs: 0,
  queue: null,
  askedForPerson: false,
  refusedAnswer: null,
} satisfies Partial<ChatState>;

export const atFirst = (waiting: readonly Waiting[]): ChatState => ({
  ...nothingSaid,
  phase: 'stopped',
  greeted: false,
  isShut: false,
  visitor: {},
  waiting,
  typing: null,
  office: null,
  replySeconds: null,
  clockOffsetMs: 0,
});

/** A farewell after which there is no use in waiting for a moment. */
export const shuts = (reason: string): boolean => reason === 'origin' || reason === 'account';

export function greeted(frame: Welcome): Partial<ChatState> {
  return {
    greeted: true,
    isShut: false,
    visitor: frame.visitor ?? {},
    office: frame.office,
    replySeconds: frame.reply_seconds ?? null,
  };
}

/** Where the conversation stands now; if it is another one, nothing of the old one is left. */
export function standing(state: ChatState, now: Standing): Partial<ChatState> {
  const { id = null, open, read_seq, agent, owner } = now;
  const isOther = state.conversation.id !== null && state.conversation.id !== id;
  return {
    ...(isOther ? nothingSaid : {}),
    conversation: { id, open, agent: agent?.name ?? null, owner: owner ?? null },
    readSeq: isOther ? read_seq : Math.max(state.readSeq, read_seq),
  };
}

/** What a state frame changes; typing has its own end and is not here. */
export function told(
  state: ChatState,
  frame: Exclude<StateFrame, { key: 'typing' }>,
): Partial<ChatState> {
  switch (frame.key) {
    case 'read':
      return { readByUs: Math.max(state.readByUs, frame.value.seq) };
    case 'queue':
      return { queue: frame.value };
    case 'office':
      return { office: frame.value };
    case 'visitor':
      return { visitor: frame.value };
    case 'conversation':
      return standing(state, frame.value);
    default:
      return {};
  }
}

import type {
  Attachment,
  EarlierFrame,
  EventFrame,
  MessageData,
  Part,
  RatedData,
  SurveyPart,
} from './frames';

export type Message = {
  seq: number;
  at: string;
  from: MessageData['from'];
  name: string | null;
  clientId: string | null;
  text: string;
  attachments: Attachment[];
  parts: Part[];
  removed: boolean;
  edited: boolean;
};

type Change = { seq: number } & (
  { removed: true } | { removed: false; text: string; attachments?: Attachment[]; parts?: Part[] }
);

export type Answer = RatedData & { seq: number };

/** What one conversation says so far. It does not matter in which order, or how often, its events come. */
export type Thread = {
  readonly written: readonly Message[];
  readonly changes: ReadonlyMap<number, Change>;
  /** The last answer to each question. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Up to where the server need not tell again. */
  readonly lastSeq: number;
  /** What was merged into it, by conversation. */
  readonly earlier: ReadonlyMap<string, Thread>;
};

export const emptyThread: Thread = {
  written: [],
  changes: new Map(),
  answers: new Map(),
  lastSeq: 0,
  earlier: new Map(),
};

export function take(thread: Thread, event: EventFrame): Thread {
  const lastSeq = Math.max(thread.lastSeq, event.seq);
  switch (event.type) {
    case 'message':
      return { ...thread, lastSeq, written: insert(thread.written, messageOf(event)) };
    case 'edited':
      return {
        ...thread,
        lastSeq,
        changes: change(thread, event.data.message, {
          seq: event.seq,
          removed: false,
          text: event.data.text,
          ...(event.data.attachments ? { attachments: event.data.attachments } : {}),
          ...(event.data.parts ? { parts: event.data.parts } : {}),
        }),
      };
    case 'removed':
      return {
        ...thread,
        lastSeq,
        changes: change(thread, event.data.message, { seq: event.seq, removed: true }),
      };
    case 'rated':
      return { ...thread, lastSeq, answers: answered(thread, { ...event.data, seq: event.seq }) };
    default:
      return { ...thread, lastSeq };
  }
}

/** The question that a message asks; it is no message of the conversation otherwise. */
export const questionOf = ({ parts }: { parts?: Part[] }): SurveyPart | undefined =>
  parts?.find((part) => part.kind === 'survey');

function answered(thread: Thread, next: Answer): Thread['answers'] {
  const known = thread.answers.get(next.asked);
  if (known && known.seq >= next.seq) return thread.answers;
  return new Map(thread.answers).set(next.asked, next);
}

/** What was merged into it stands above it, under numbers below zero. */
export function takeEarlier(thread: Thread, { conversation, events }: EarlierFrame): Thread {
  const known = thread.earlier.get(conversation) ?? emptyThread;
  const earlier = new Map(thread.earlier).set(conversation, events.reduce(take, known));
  const above = [...earlier.values()]
    .flatMap(messagesOf)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const written = [
    ...above.map((message, at) => ({ ...message, seq: at - above.length })),
    ...thread.written.filter(({ seq }) => seq > 0),
  ];
  return { ...thread, earlier, written };
}

/** The messages as they are to be read now, oldest first. */
export function messagesOf(thread: Thread): Message[] {
  return thread.written.map((message) => {
    const changed = thread.changes.get(message.seq);
    if (!changed) return message;
    if (changed.removed) return { ...message, text: '', attachments: [], parts: [], removed: true };
    const { attachments = message.attachments, parts = message.parts } = changed;
    return { ...message, text: changed.text, attachments, parts, edited: true };
  });
}

/** How many messages of our side stand above the mark. */
export const unreadAbove = (thread: Thread, readSeq: number): number =>
  thread.written.filter(({ seq, from }) => from !== 'visitor' && seq > readSeq).length;

function insert(written: readonly Message[], message: Message): readonly Message[] {
  const at = written.findLastIndex(({ seq }) => seq <= message.seq);
  if (written[at]?.seq === message.seq) return written;
  return written.toSpliced(at + 1, 0, message);
}

function change(thread: Thread, target: number, next: Change): ReadonlyMap<number, Change> {
  const known = thread.changes.get(target);
  if (known && known.seq >= next.seq) return thread.changes;
  return new Map(thread.changes).set(target, next);
}

function messageOf({ seq, at, data }: Extract<EventFrame, { type: 'message' }>): Message {
  return {
    seq,
    at,
    from: data.from,
    name: data.name ?? null,
    clientId: data.client_id ?? null,
    text: data.removed ? '' : data.text,
    attachments: data.attachments ?? [],
    parts: data.parts ?? [],
    removed: data.removed ?? false,
    edited: data.edited ?? false,
  };
}

import type {
  DataFrame,
  EarlierFrame,
  EventFrame,
  Extras,
  Hello,
  Identity,
  Profile,
  Refused,
  Welcome,
} from './frames';
import type { Memory } from './memory';
import type { Upload } from './outbox';
import { Outbox } from './outbox';
import type { Connection, Phase } from './socket';
import { VisitorSocket } from './socket';
import type { ChatState } from './state';
import { atFirst, greeted, nothingSaid, shuts, standing, told } from './state';
import type { Message } from './thread';
import { messagesOf, questionOf, take, takeEarlier } from './thread';

export type ChatOptions = {
  account: string;
  locale: string;
  memory: Memory;
  connect: () => Connection;
  page: () => { url: string; title: string };
  identity?: Identity | undefined;
  /** A message of our side has come that was not there when the page came. */
  onNews?: (message: Message) => void;
  random?: () => number;
  newId?: () => string;
};

const typingEveryMs = 3000;
const typingLastsMs = 8000;
/** One visitor's conversation: what was said, what waits to be sent, and who is there. */
export class Chat {
  private readonly options: ChatOptions;
  private readonly socket: VisitorSocket;
  private readonly outbox: Outbox;
  private readonly listeners = new Set<() => void>();
  private identity: Identity | undefined;
  private epoch: string | undefined;
  private caughtUpTo = 0;
  private typedAt = 0;
  /** Something of an earlier conversation has come that was not said to be read. */
  private isRecalled = false;
  private typingEnds: ReturnType<typeof setTimeout> | undefined;
  private state: ChatState;

  constructor(options: ChatOptions) {
    this.options = options;
    this.identity = options.identity;
    this.outbox = new Outbox(options.memory);
    this.state = atFirst(this.outbox.waiting());
    this.socket = new VisitorSocket({
      connect: options.connect,
      hello: () => this.hello(),
      onFrame: (frame) => this.receive(frame),
      onPhase: (phase) => this.enter(phase),
      onClock: (clockOffsetMs) => this.change({ clockOffsetMs }),
      onBeat: () => this.flush(),
      ...(options.random ? { random: options.random } : {}),
    });
  }

  now(): ChatState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  start(): void {
    this.socket.start();
  }

  stop(): void {
    clearTimeout(this.typingEnds);
    this.socket.stop();
  }

  wake(): void {
    this.socket.wake();
  }

  token(): string | undefined {
    return this.options.memory.get('token');
  }

  /** Another tab of this visitor has a token that this one lacks, or a newer one. */
  adopt(token: string): void {
    if (token === this.token()) return;
    const isNew = !this.token();
    this.options.memory.set('token', token);
    if (isNew) this.socket.again();
  }

  /** Queues the message; it is sent now, or when there is a connection again. */
  send(text: string, uploads: Upload[] = [], profile?: Profile): void {
    const id = (this.options.newId ?? (() => crypto.randomUUID()))();
    const at = new Date(Date.now() + this.state.clockOffsetMs).toISOString();
    this.outbox.add({ id, at, text, uploads, ...(profile ? { profile } : {}) });
    this.typedAt = 0;
    this.change({ waiting: this.outbox.waiting() });
    this.flush();
  }

  retry(id: string): void {
    this.outbox.retry(id);
    this.change({ waiting: this.outbox.waiting() });
    this.flush();
  }

  discard(id: string): void {
    this.outbox.settle(id);
    this.change({ waiting: this.outbox.waiting() });
  }

  typing(on: boolean): void {
    const now = Date.now();
    if (on ? now - this.typedAt < typingEveryMs : this.typedAt === 0) return;
    this.typedAt = on ? now : 0;
    this.socket.send({ op: 'typing', on });
  }

  read(seq: number): void {
    if (seq <= this.state.readSeq && !this.isRecalled) return;
    this.isRecalled = false;
    const readSeq = Math.max(seq, this.state.readSeq);
    this.change({ readSeq });
    this.socket.send({ op: 'read', seq: readSeq });
  }

  askForPerson(): void {
    if (this.socket.send({ op: 'human' })) this.change({ askedForPerson: true });
  }

  /** Answers a question; answers whether that could be said. */
  rate(question: string, score: number, language: string, extras: Extras = {}): boolean {
    return this.socket.send({ op: 'rate', question, language, score, ...extras });
  }

  reopen(question: string): boolean {
    return this.socket.send({ op: 'reopen', question });
  }

  /** Answers whether it could be said: without a connection the visitor tries again. */
  tell(profile: Profile): boolean {
    return this.socket.send({ op: 'profile', profile });
  }

  identify(identity: Identity): void {
    this.identity = identity;
    this.socket.again();
  }

  /** Forgets the visitor; whoever comes next starts anew. */
  logout(): void {
    this.identity = undefined;
    this.options.memory.set('token', null);
    this.outbox.clear();
    this.change({ ...nothingSaid, visitor: {}, waiting: [] });
    this.socket.again();
  }

  private hello(): Hello {
    const token = this.token();
    return {
      op: 'hello',
      account: this.options.account,
      ...(token ? { token } : {}),
      ...(this.identity ? { identity: this.identity } : {}),
      from: this.state.thread.lastSeq,
      ...(this.state.conversation.id ? { conversation: this.state.conversation.id } : {}),
      ...(this.epoch ? { epoch: this.epoch } : {}),
      locale: this.options.locale,
      page: this.options.page(),
    };
  }

  private receive(frame: DataFrame): void {
    switch (frame.op) {
      case 'welcome':
        return this.welcome(frame);
      case 'token':
        return this.options.memory.set('token', frame.token);
      case 'event':
        return this.record(frame);
      case 'earlier':
        return this.recall(frame);
      case 'state':
        if (frame.key !== 'typing') return this.change(told(this.state, frame));
        return frame.value.on ? this.startTyping(frame.value.name ?? null) : this.stopTyping();
      case 'refused':
        return this.refused(frame);
      case 'bye':
        if (shuts(frame.reason)) this.change({ isShut: true });
        return;
      case 'error':
        // the welcome that follows is a stranger's
        if (frame.code === 'token.unknown') this.options.memory.set('token', null);
    }
  }

  private welcome(frame: Welcome): void {
    if (frame.token) this.options.memory.set('token', frame.token);
    if (this.epoch !== undefined && this.epoch !== frame.epoch) this.change(nothingSaid);
    this.epoch = frame.epoch;
    this.caughtUpTo = frame.conversation.last_seq;
    this.change({ ...standing(this.state, frame.conversation), ...greeted(frame) });
    const { readSeq } = this.state;
    if (readSeq > frame.conversation.read_seq) this.socket.send({ op: 'read', seq: readSeq });
    this.flush();
  }

  private record(event: EventFrame): void {
    const before = this.state.thread;
    const thread = take(before, event);
    if (event.type === 'message') {
      if (event.data.client_id) this.outbox.settle(event.data.client_id);
      if (event.data.from !== 'visitor') this.stopTyping();
    }
    this.change({
      thread,
      waiting: this.outbox.waiting(),
      ...(event.type === 'status' ? { conversation: this.with(event.data.open) } : {}),
      ...(event.type === 'message' && !questionOf(event.data)
        ? { conversation: this.with(true) }
        : {}),
      ...(event.type === 'rated' ? { refusedAnswer: null } : {}),
    });
    const isNews = thread.written !== before.written && event.seq > this.caughtUpTo;
    const message = isNews ? messagesOf(thread).find(({ seq }) => seq === event.seq) : undefined;
    if (message && message.from !== 'visitor') this.options.onNews?.(message);
  }

  private recall(frame: EarlierFrame): void {
    for (const { type, data } of frame.events) {
      if (type === 'message' && data.client_id) this.outbox.settle(data.client_id);
    }
    this.isRecalled = true;
    this.change({
      thread: takeEarlier(this.state.thread, frame),
      waiting: this.outbox.waiting(),
    });
  }

  private with(open: boolean): ChatState['conversation'] {
    return { ...this.state.conversation, open };
  }

  private refused({ id, code, detail, retry_after }: Refused): void {
    if (code.startsWith('survey.')) return this.change({ refusedAnswer: id });
    if (retry_after) {
      const ms = retry_after * 1000;
      this.outbox.postpone(id, ms, Date.now());
      setTimeout(() => this.flush(), ms);
    } else {
      this.outbox.refuse(id, detail);
      this.change({ waiting: this.outbox.waiting() });
      this.flush();
    }
  }

  private flush(): void {
    const now = Date.now();
    for (const { id, text, uploads, profile } of this.outbox.due(now)) {
      const isHanded = this.socket.send({
        op: 'message',
        id,
        text,
        uploads: uploads.map((upload) => upload.id),
        ...(profile ? { profile } : {}),
      });
      if (!isHanded) return;
      this.outbox.handed(id, now);
    }
  }

  private enter(phase: Phase): void {
    if (phase !== 'live') {
      this.outbox.forgetHanded();
      this.stopTyping();
    }
    this.change({ phase });
  }

  private startTyping(name: string | null): void {
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => this.stopTyping(), typingLastsMs);
    this.change({ typing: { name } });
  }

  private stopTyping(): void {
    clearTimeout(this.typingEnds);
    if (this.state.typing) this.change({ typing: null });
  }

  private change(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

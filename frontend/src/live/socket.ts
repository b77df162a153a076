import type { ClientFrame, DataFrame, PresenceState, ServerFrame } from './frames';

export type SocketStatus = {
  phase: 'connecting' | 'live' | 'reconnecting';
  /** How often connecting has failed since the last welcome. */
  attempts: number;
  /** When the last frame came, in the browser's clock. */
  lastFrameAt: number;
  latencyMs: number | null;
};

export type Connection = Pick<WebSocket, 'readyState' | 'send' | 'close'> & {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
};

export type SocketOptions = {
  connect: () => Connection;
  onFrame: (frame: DataFrame) => void;
  onStatus: (status: SocketStatus) => void;
  /** The server's clock minus the browser's, in milliseconds. */
  onClock: (offsetMs: number) => void;
  random?: () => number;
};

type Stream = { holders: number; reached: number | null };

const firstDelayMs = 500;
const longestDelayMs = 30_000;
const open = 1;

/** Full jitter: any moment between half a second and a ceiling that doubles up to 30 s. */
export function backOff(attempt: number, random: () => number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return firstDelayMs + random() * (ceiling - firstDelayMs);
}

/** Where a stream stands after the frame: a conversation counts its own `seq`, the rest positions. */
function reachedBy(frame: DataFrame): number | null {
  if (!frame.stream.startsWith('conversation:')) return frame.position;
  return frame.op === 'event' ? frame.seq : null;
}

/**
 * One connection to /live that heals itself: it subscribes again from where each stream stood. It knows
 * streams and frames, and nothing of screens.
 */
export class LiveSocket {
  private readonly options: SocketOptions;
  private readonly streams = new Map<string, Stream>();
  private connection: Connection | null = null;
  private status: SocketStatus = {
    phase: 'connecting',
    attempts: 0,
    lastFrameAt: 0,
    latencyMs: null,
  };
  private welcomed = false;
  private stopped = false;
  private epoch: string | null = null;
  private heartbeatMs = 15_000;
  private helloAt = 0;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketOptions) {
    this.options = options;
  }

  start(): void {
    this.stopped = false;
    this.open();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    this.drop();
  }

  /** Tries again now instead of when the back-off ends, for example when the network is back. */
  wake(): void {
    if (this.stopped || this.connection) return;
    clearTimeout(this.retry);
    this.open();
  }

  /** Follows a stream until the answer is called; several holders share one subscription. */
  subscribe(stream: string, from?: number): () => void {
    const known = this.streams.get(stream);
    if (known) {
      known.holders += 1;
    } else {
      const fresh = { holders: 1, reached: from ?? null };
      this.streams.set(stream, fresh);
      if (this.welcomed) this.ask(stream, fresh);
    }
    let held = true;
    return () => {
      if (held) this.release(stream);
      held = false;
    };
  }

  presence(conversation: string, state: PresenceState): void {
    if (this.welcomed) this.send({ op: 'presence', conversation, state });
  }

  private release(stream: string): void {
    const known = this.streams.get(stream);
    if (!known) return;
    known.holders -= 1;
    if (known.holders > 0) return;
    this.streams.delete(stream);
    if (this.welcomed) this.send({ op: 'unsubscribe', stream });
  }

  private open(): void {
    const connection = this.options.connect();
    this.connection = connection;
    this.welcomed = false;
    connection.onopen = () => {
      this.helloAt = Date.now();
      this.send({ op: 'hello' });
    };
    connection.onmessage = (event) => this.receive(event.data as string);
    connection.onclose = () => this.lost(connection);
    this.listenForSilence();
  }

  private lost(connection: Connection, retryAfterMs = 0): void {
    if (connection !== this.connection) return;
    this.drop();
    if (this.stopped) return;
    const delay = backOff(this.status.attempts, this.options.random ?? Math.random);
    this.report({ phase: 'reconnecting', attempts: this.status.attempts + 1 });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), Math.max(delay, retryAfterMs));
  }

  private drop(): void {
    const connection = this.connection;
    this.connection = null;
    this.welcomed = false;
    clearTimeout(this.silence);
    if (!connection) return;
    connection.onopen = connection.onmessage = connection.onclose = null;
    connection.close();
  }

  private receive(text: string): void {
    const frame = JSON.parse(text) as ServerFrame;
    this.status = { ...this.status, lastFrameAt: Date.now() };
    this.listenForSilence();
    switch (frame.op) {
      case 'welcome':
        return this.welcome(frame);
      case 'ping':
        return this.send({ op: 'pong', t: frame.t });
      case 'bye':
        if (this.connection) this.lost(this.connection, (frame.retry_after ?? 0) * 1000);
        // rights may be others now: what is the agent's own is fetched again
        this.options.onFrame({ op: 'gap', stream: 'me', position: 0 });
        return;
      case 'error':
        return this.refused(frame.stream);
      default:
        return this.deliver(frame);
    }
  }

  /** The stream has ended, as when a conversation moved out of sight: fetching it again says why. */
  private refused(stream?: string): void {
    if (stream && this.streams.has(stream))
      this.options.onFrame({ op: 'gap', stream, position: 0 });
  }

  private welcome(frame: Extract<ServerFrame, { op: 'welcome' }>): void {
    const now = Date.now();
    const latencyMs = now - this.helloAt;
    const again = this.welcomed;
    this.welcomed = true;
    this.heartbeatMs = frame.heartbeat_ms;
    this.options.onClock(Date.parse(frame.server_time) + latencyMs / 2 - now);
    const restarted = this.epoch !== null && this.epoch !== frame.epoch;
    this.epoch = frame.epoch;
    this.report({ phase: 'live', attempts: 0, latencyMs });
    this.listenForSilence();
    // a server may greet first and answer the greeting too
    if (again) return;
    for (const [stream, held] of this.streams) {
      if (restarted) held.reached = null;
      this.ask(stream, held);
      if (restarted) this.options.onFrame({ op: 'gap', stream, position: 0 });
    }
  }

  private deliver(frame: DataFrame): void {
    const held = this.streams.get(frame.stream);
    if (!held) return;
    const at = reachedBy(frame);
    if (at !== null) held.reached = Math.max(held.reached ?? 0, at);
    this.options.onFrame(frame);
  }

  private ask(stream: string, held: Stream): void {
    this.send({
      op: 'subscribe',
      stream,
      ...(held.reached === null ? {} : { from: held.reached }),
    });
  }

  private send(frame: ClientFrame): void {
    if (this.connection?.readyState === open) this.connection.send(JSON.stringify(frame));
  }

  /** A connection that says nothing for two and a half heartbeats is dead, whatever TCP believes. */
  private listenForSilence(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      if (this.connection) this.lost(this.connection);
    }, this.heartbeatMs * 2.5);
  }

  private report(change: Partial<SocketStatus>): void {
    this.status = { ...this.status, ...change };
    this.options.onStatus(this.status);
  }
}

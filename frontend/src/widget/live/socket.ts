import type { ClientFrame, DataFrame, Hello, ServerFrame, Welcome } from './frames';

export type Phase = 'connecting' | 'live' | 'reconnecting' | 'stopped';

export type Connection = Pick<WebSocket, 'readyState' | 'send' | 'close'> & {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
};

export type SocketOptions = {
  connect: () => Connection;
  /** Asked at each connecting, so that it says from where to go on. */
  hello: () => Hello;
  onFrame: (frame: DataFrame) => void;
  onPhase: (phase: Phase) => void;
  /** The server's clock minus the browser's, in milliseconds. */
  onClock: (offsetMs: number) => void;
  /** At every sign of life: the moment to see what was never answered. */
  onBeat: () => void;
  random?: () => number;
};

const firstDelayMs = 500;
const longestDelayMs = 30_000;
const welcomeWithinMs = 10_000;
const open = 1;

/** Full jitter: any moment between half a second and a ceiling that doubles up to 30 s. */
export function backOff(attempt: number, random: () => number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return firstDelayMs + random() * (ceiling - firstDelayMs);
}

/**
 * One visitor's connection, which heals itself for as long as it is wanted. It knows frames, and nothing of
 * screens, storage or what a conversation is.
 */
export class VisitorSocket {
  private readonly options: SocketOptions;
  private connection: Connection | null = null;
  private phase: Phase = 'stopped';
  private attempts = 0;
  private heartbeatMs = 25_000;
  private helloAt = 0;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketOptions) {
    this.options = options;
  }

  start(): void {
    if (this.phase !== 'stopped') return;
    this.enter('connecting');
    this.open();
  }

  stop(): void {
    clearTimeout(this.retry);
    this.drop();
    this.enter('stopped');
  }

  /** Tries again now instead of when the back-off ends, for example when the network is back. */
  wake(): void {
    if (this.phase === 'stopped' || this.connection) return;
    clearTimeout(this.retry);
    this.open();
  }

  /** Ends this connection and says hello on a new one, because who we are has changed. */
  again(): void {
    if (this.phase === 'stopped') return;
    clearTimeout(this.retry);
    this.drop();
    this.open();
  }

  /** Answers whether it was handed to a connection that has been welcomed; nothing is kept here. */
  send(frame: Exclude<ClientFrame, Hello>): boolean {
    if (this.phase !== 'live' || this.connection?.readyState !== open) return false;
    this.write(frame);
    return true;
  }

  private open(): void {
    const connection = this.options.connect();
    this.connection = connection;
    connection.onopen = () => {
      this.helloAt = Date.now();
      this.write(this.options.hello());
    };
    connection.onmessage = (event) => this.receive(event.data as string);
    connection.onclose = () => this.lost(connection);
    this.expectWithin(welcomeWithinMs);
  }

  private lost(connection: Connection, retryAfterMs = 0): void {
    if (connection !== this.connection) return;
    this.drop();
    const delay = backOff(this.attempts, this.options.random ?? Math.random);
    this.attempts += 1;
    this.enter('reconnecting');
    this.retry = setTimeout(() => this.open(), Math.max(delay, retryAfterMs));
  }

  private drop(): void {
    const connection = this.connection;
    this.connection = null;
    clearTimeout(this.silence);
    if (!connection) return;
    connection.onopen = connection.onmessage = connection.onclose = null;
    connection.close();
  }

  private receive(text: string): void {
    const frame = JSON.parse(text) as ServerFrame;
    this.expectWithin(this.heartbeatMs * 2.5);
    switch (frame.op) {
      case 'ping':
        this.write({ op: 'pong', t: frame.t });
        return this.options.onBeat();
      case 'bye':
        if (this.connection) this.lost(this.connection, (frame.retry_after ?? 0) * 1000);
        break;
      case 'welcome':
        this.welcome(frame);
    }
    this.options.onFrame(frame);
  }

  private welcome(frame: Welcome): void {
    const now = Date.now();
    this.heartbeatMs = frame.heartbeat_ms;
    this.expectWithin(this.heartbeatMs * 2.5);
    // one that greets again on the same connection says nothing about the clock
    if (this.phase === 'live') return;
    this.options.onClock(Date.parse(frame.server_time) + (now - this.helloAt) / 2 - now);
    this.attempts = 0;
    this.enter('live');
  }

  /** A connection that says nothing for so long is dead, whatever TCP believes. */
  private expectWithin(ms: number): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      if (this.connection) this.lost(this.connection);
    }, ms);
  }

  private write(frame: ClientFrame): void {
    if (this.connection?.readyState === open) this.connection.send(JSON.stringify(frame));
  }

  private enter(phase: Phase): void {
    if (phase === this.phase) return;
    this.phase = phase;
    this.options.onPhase(phase);
  }
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientFrame, DataFrame, ServerFrame } from './frames';
import type { Connection, SocketStatus } from './socket';
import { backOff, LiveSocket } from './socket';

class Wire implements Connection {
  readyState = 1;
  sent: ClientFrame[] = [];
  onopen: Connection['onopen'] = null;
  onmessage: Connection['onmessage'] = null;
  onclose: Connection['onclose'] = null;
  send(text: string | ArrayBufferLike | Blob | ArrayBufferView) {
    this.sent.push(JSON.parse(text as string) as ClientFrame);
  }
  close() {
    this.readyState = 3;
  }
  say(frame: ServerFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }
  welcome(epoch = 'one', heartbeatMs = 1000) {
    this.onopen?.({} as Event);
    this.say({
      op: 'welcome',
      server_time: new Date(Date.now() + 5000).toISOString(),
      heartbeat_ms: heartbeatMs,
      epoch,
    });
  }
  subscribed() {
    return this.sent.filter((frame) => frame.op === 'subscribe');
  }
}

function connect() {
  const wires: Wire[] = [];
  const frames: DataFrame[] = [];
  const statuses: SocketStatus[] = [];
  const offsets: number[] = [];
  const socket = new LiveSocket({
    connect: () => {
      const wire = new Wire();
      wires.push(wire);
      return wire;
    },
    onFrame: (frame) => frames.push(frame),
    onStatus: (status) => statuses.push(status),
    onClock: (offset) => offsets.push(offset),
    random: () => 0,
  });
  socket.start();
  const last = () => wires.at(-1)!;
  return { socket, wires, frames, statuses, offsets, last };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the live socket', () => {
  it('greets, subscribes what is wanted and learns the server’s clock', () => {
    const { socket, last, statuses, offsets } = connect();
    socket.subscribe('me');
    socket.subscribe('feed:all', 7);
    last().welcome();
    expect(last().sent).toEqual([
      { op: 'hello' },
      { op: 'subscribe', stream: 'me' },
      { op: 'subscribe', stream: 'feed:all', from: 7 },
    ]);
    expect(statuses.at(-1)?.phase).toBe('live');
    expect(offsets[0]).toBe(5000);
  });

  it('shares one subscription between its holders', () => {
    const { socket, last } = connect();
    last().welcome();
    const first = socket.subscribe('feed:all');
    const second = socket.subscribe('feed:all');
    first();
    first();
    expect(last().sent.some(({ op }) => op === 'unsubscribe')).toBe(false);
    second();
    expect(last().sent.at(-1)).toEqual({ op: 'unsubscribe', stream: 'feed:all' });
  });

  it('answers a ping', () => {
    const { last } = connect();
    last().welcome();
    last().say({ op: 'ping', t: 42 });
    expect(last().sent.at(-1)).toEqual({ op: 'pong', t: 42 });
  });

  it('goes on from where each stream stood', () => {
    const { socket, last, wires } = connect();
    socket.subscribe('feed:all', 3);
    socket.subscribe('conversation:a', 1);
    last().welcome();
    last().say({ op: 'snapshot', stream: 'conversation:a', position: 90 });
    last().say({ op: 'state', stream: 'feed:all', key: 'a', value: null, position: 91 });
    last().say({ op: 'state', stream: 'feed:all', key: 'b', value: null, position: 90 });
    last().say({
      op: 'event',
      stream: 'conversation:a',
      seq: 2,
      position: 91,
      type: 'note',
      at: '',
      data: {},
    });
    last().onclose?.({} as CloseEvent);
    vi.advanceTimersByTime(500);
    expect(wires).toHaveLength(2);
    last().welcome();
    expect(last().subscribed()).toEqual([
      { op: 'subscribe', stream: 'feed:all', from: 91 },
      { op: 'subscribe', stream: 'conversation:a', from: 2 },
    ]);
  });

  it('starts anew when the server’s history is another one', () => {
    const { socket, last, frames } = connect();
    socket.subscribe('feed:all', 3);
    last().welcome('one');
    last().onclose?.({} as CloseEvent);
    vi.advanceTimersByTime(500);
    last().welcome('two');
    expect(last().subscribed()).toEqual([{ op: 'subscribe', stream: 'feed:all' }]);
    expect(frames).toEqual([{ op: 'gap', stream: 'feed:all', position: 0 }]);
  });

  it('gives up a connection that has gone silent', () => {
    const { last, wires, statuses } = connect();
    last().welcome('one', 1000);
    vi.advanceTimersByTime(2400);
    last().say({ op: 'ping', t: 1 });
    vi.advanceTimersByTime(2400);
    expect(statuses.at(-1)?.phase).toBe('live');
    vi.advanceTimersByTime(200);
    expect(statuses.at(-1)?.phase).toBe('reconnecting');
    vi.advanceTimersByTime(500);
    expect(wires).toHaveLength(2);
  });

  it('comes back at once when woken, and later when the server says so', () => {
    const { socket, last, wires } = connect();
    last().welcome();
    last().say({ op: 'bye', reason: 'restart', retry_after: 5 });
    vi.advanceTimersByTime(4000);
    expect(wires).toHaveLength(1);
    socket.wake();
    expect(wires).toHaveLength(2);
  });

  it('drops frames of streams nobody holds', () => {
    const { last, frames } = connect();
    last().welcome();
    last().say({ op: 'state', stream: 'feed:mine', key: 'a', value: null, position: 1 });
    expect(frames).toEqual([]);
  });

  it('ends when told', () => {
    const { socket, last, wires } = connect();
    last().welcome();
    socket.stop();
    vi.advanceTimersByTime(60_000);
    expect(wires).toHaveLength(1);
    expect(last().readyState).toBe(3);
  });
});

describe('the back-off', () => {
  it('stays between half a second and thirty, with full jitter', () => {
    expect(backOff(0, () => 0.9)).toBe(500);
    expect(backOff(3, () => 0)).toBe(500);
    expect(backOff(3, () => 1)).toBe(4000);
    expect(backOff(20, () => 1)).toBe(30_000);
  });
});

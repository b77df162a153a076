import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataFrame, Hello } from './frames';
import { message, welcome, Wire } from './sample';
import type { Phase } from './socket';
import { backOff, VisitorSocket } from './socket';

const hello: Hello = {
  op: 'hello',
  account: 'a',
  from: 0,
  locale: 'en',
  page: { url: 'https://shop.example/', title: 'Shop' },
};

function connect() {
  const wires: Wire[] = [];
  const frames: DataFrame[] = [];
  const phases: Phase[] = [];
  const offsets: number[] = [];
  const beats: number[] = [];
  const socket = new VisitorSocket({
    connect: () => {
      const wire = new Wire();
      wires.push(wire);
      return wire;
    },
    hello: () => hello,
    onFrame: (frame) => frames.push(frame),
    onPhase: (phase) => phases.push(phase),
    onClock: (offset) => offsets.push(offset),
    onBeat: () => beats.push(Date.now()),
    random: () => 0,
  });
  socket.start();
  const last = () => wires.at(-1)!;
  const live = () => {
    last().opens();
    last().say(welcome());
  };
  return { socket, wires, frames, phases, offsets, beats, last, live };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the visitor’s socket', () => {
  it('says hello first, and is live when it is welcomed', () => {
    const { last, phases } = connect();
    last().opens();
    expect(last().sent).toEqual([hello]);
    expect(phases).toEqual(['connecting']);
    last().say(welcome());
    expect(phases).toEqual(['connecting', 'live']);
  });

  it('hands nothing over before the welcome', () => {
    const { socket, last, live } = connect();
    last().opens();
    expect(socket.send({ op: 'typing', on: true })).toBe(false);
    live();
    expect(socket.send({ op: 'typing', on: true })).toBe(true);
  });

  it('learns the server’s clock, however wrong the visitor’s is', () => {
    const { last, offsets } = connect();
    last().opens();
    vi.setSystemTime(Date.now() + 200);
    const serverTime = new Date(Date.now() + 3 * 3_600_000).toISOString();
    last().say(welcome({}, { server_time: serverTime }));
    expect(offsets).toEqual([3 * 3_600_000 + 100]);
  });

  it('answers a ping, and takes it as a beat', () => {
    const { last, live, beats } = connect();
    live();
    last().say({ op: 'ping', t: 7 });
    expect(last().sent.at(-1)).toEqual({ op: 'pong', t: 7 });
    expect(beats).toHaveLength(1);
  });

  it('comes back for ever', () => {
    const { wires, last } = connect();
    for (let attempt = 0; attempt < 200; attempt++) {
      last().breaks();
      vi.advanceTimersByTime(500);
    }
    expect(wires).toHaveLength(201);
  });

  it('comes back at once when woken, and does not open a second time', () => {
    const { socket, wires, live, last } = connect();
    live();
    socket.wake();
    expect(wires).toHaveLength(1);
    last().breaks();
    socket.wake();
    socket.wake();
    expect(wires).toHaveLength(2);
    vi.advanceTimersByTime(5000);
    expect(wires).toHaveLength(2);
  });

  it('gives up a connection that has gone silent, and one that never welcomes', () => {
    const { wires, last, live } = connect();
    live();
    vi.advanceTimersByTime(2400);
    last().say({ op: 'ping', t: 1 });
    vi.advanceTimersByTime(2400);
    expect(wires).toHaveLength(1);
    vi.advanceTimersByTime(200 + 500);
    expect(wires).toHaveLength(2);
    last().opens();
    vi.advanceTimersByTime(10_000 + 1000);
    expect(wires.length).toBeGreaterThan(2);
  });

  it('stays away as long as a farewell asks for', () => {
    const { wires, last, live, phases } = connect();
    live();
    last().say({ op: 'bye', reason: 'restart', retry_after: 5 });
    expect(phases.at(-1)).toBe('reconnecting');
    vi.advanceTimersByTime(4900);
    expect(wires).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(wires).toHaveLength(2);
  });

  it('hears nothing more of a connection that it has left', () => {
    const { socket, wires, frames, live } = connect();
    live();
    const [first] = wires;
    socket.again();
    first!.say(message(1, 'late'));
    expect(frames.filter(({ op }) => op === 'event')).toEqual([]);
    expect(wires).toHaveLength(2);
  });

  it('ends when told', () => {
    const { socket, wires, last, live } = connect();
    live();
    socket.stop();
    vi.advanceTimersByTime(60_000);
    socket.wake();
    expect(wires).toHaveLength(1);
    expect(last().readyState).toBe(3);
  });
});

describe('the back-off', () => {
  it('has full jitter between half a second and thirty', () => {
    expect(backOff(0, () => 0.9)).toBe(500);
    expect(backOff(3, () => 0)).toBe(500);
    expect(backOff(3, () => 1)).toBe(4000);
    expect(backOff(50, () => 1)).toBe(30_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { EventFrame } from './frames';
import { message } from './sample';
import { emptyThread, messagesOf, take, unreadAbove } from './thread';

const at = '2026-11-27T10:00:00Z';
const edited = (seq: number, target: number, text: string): EventFrame => ({
  op: 'event',
  seq,
  at,
  type: 'edited',
  data: { message: target, text },
});
const removed = (seq: number, target: number): EventFrame => ({
  op: 'event',
  seq,
  at,
  type: 'removed',
  data: { message: target },
});
const after = (...events: EventFrame[]) => events.reduce(take, emptyThread);
const texts = (...events: EventFrame[]) => messagesOf(after(...events)).map(({ text }) => text);

const everyOrder = <T>(all: T[]): T[][] =>
  all.length < 2
    ? [all]
    : all.flatMap((each, at) => everyOrder(all.toSpliced(at, 1)).map((rest) => [each, ...rest]));

describe('a thread', () => {
  it('is the same in whatever order its events come, and however often', () => {
    const events = [message(2, 'one'), message(5, 'two'), edited(6, 2, 'ONE'), removed(9, 5)];
    const expected = messagesOf(after(...events));
    for (const order of everyOrder(events)) {
      expect(messagesOf(after(...order))).toEqual(expected);
      expect(messagesOf(after(...order, ...order))).toEqual(expected);
    }
  });

  it('keeps one of a message that comes twice', () => {
    expect(texts(message(1, 'one'), message(1, 'one'))).toEqual(['one']);
  });

  it('takes the newest of several edits', () => {
    expect(texts(message(1, 'a'), edited(4, 1, 'c'), edited(3, 1, 'b'))).toEqual(['c']);
  });

  it('shows that a removed message was there, and nothing of it', () => {
    const [left] = messagesOf(after(message(1, 'secret'), removed(2, 1)));
    expect(left).toMatchObject({ text: '', removed: true, attachments: [], parts: [] });
  });

  it('remembers where to go on, beyond events that it does not show', () => {
    const status: EventFrame = {
      op: 'event',
      seq: 12,
      at,
      type: 'status',
      data: { open: false },
    };
    expect(after(message(1, 'a'), status, message(3, 'b')).lastSeq).toBe(12);
  });

  it('counts what the visitor has not read, and not what they wrote', () => {
    const thread = after(message(1, 'a'), message(2, 'b', { from: 'visitor' }), message(4, 'c'));
    expect(unreadAbove(thread, 0)).toBe(2);
    expect(unreadAbove(thread, 1)).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { remembering } from './memory';
import { Outbox } from './outbox';

const entry = (id: string, second = 0) => ({
  id,
  at: `2026-11-27T10:00:0${second}Z`,
  text: id,
  uploads: [],
});
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

function boxed() {
  const kept = new Map<string, string>();
  const memory = remembering({}, (key, value) =>
    value === null ? kept.delete(key) : kept.set(key, value),
  );
  return { outbox: new Outbox(memory), kept };
}

describe('the outbox', () => {
  it('is there again after the page has gone, in the order of writing', () => {
    const { outbox, kept } = boxed();
    outbox.add(entry('b', 1));
    outbox.add(entry('a', 2));
    const later = new Outbox(remembering(Object.fromEntries(kept), () => undefined));
    expect(ids(later.waiting())).toEqual(['b', 'a']);
  });

  it('keeps each message by itself, so that two tabs do not overwrite each other', () => {
    const { outbox, kept } = boxed();
    outbox.add(entry('a'));
    expect([...kept.keys()]).toEqual(['q.a']);
    outbox.settle('a');
    expect(kept.size).toBe(0);
  });

  it('does not ask again for what was handed over, until that is long ago or the line broke', () => {
    const { outbox } = boxed();
    outbox.add(entry('a'));
    outbox.handed('a', 1000);
    expect(outbox.due(2000)).toEqual([]);
    expect(ids(outbox.due(21_000))).toEqual(['a']);
    outbox.handed('a', 21_000);
    outbox.forgetHanded();
    expect(ids(outbox.due(21_001))).toEqual(['a']);
  });

  it('lets nothing overtake a message that has to wait', () => {
    const { outbox } = boxed();
    outbox.add(entry('a', 1));
    outbox.add(entry('b', 2));
    outbox.postpone('a', 5000, 1000);
    expect(outbox.due(2000)).toEqual([]);
    expect(ids(outbox.due(6000))).toEqual(['a', 'b']);
  });

  it('passes by what was refused for good, until the visitor tries again', () => {
    const { outbox } = boxed();
    outbox.add(entry('a', 1));
    outbox.add(entry('b', 2));
    outbox.refuse('a', 'too long');
    expect(ids(outbox.due(0))).toEqual(['b']);
    expect(outbox.waiting()[0]?.refused).toBe('too long');
    outbox.retry('a');
    expect(ids(outbox.due(0))).toEqual(['a', 'b']);
  });

  it('survives whatever else stands in the storage', () => {
    const strange = { 'q.x': 'not json', 'q.y': '{"id":1}', 'q.z': 'null', token: 't' };
    expect(new Outbox(remembering(strange, () => undefined)).waiting()).toEqual([]);
  });
});

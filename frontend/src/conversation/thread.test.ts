import { describe, expect, it } from 'vitest';
import type { Interaction, Message } from '../api/types';
import { afterwards, parts, unseen } from './thread';

const by = (kind: 'customer' | 'agent', id: string) => ({ kind, id, name: id });
const said = (seq: number, minute: number, change: Partial<Message> = {}) =>
  ({
    type: 'message',
    seq,
    at: `2026-11-22T09:${String(minute).padStart(2, '0')}:00Z`,
    actor: by('customer', 'ada'),
    direction: 'in',
    ...change,
  }) as Interaction;
const changed = (seq: number, minute: number) =>
  ({
    ...said(seq, minute),
    type: 'prioritised',
    actor: by('agent', 'bo'),
  }) as unknown as Interaction;
const ours = (seq: number, minute: number, id: string) =>
  said(seq, minute, { direction: 'out', actor: by('agent', id) });
const day = (at: string) => at.slice(0, 10);
const kinds = (all: Interaction[], readSeq = 99) =>
  parts(all, readSeq, day).map(({ kind }) => kind);

describe('the thread', () => {
  it('has a line a day and gathers what was only changed', () => {
    expect(kinds([said(1, 0), changed(2, 1), changed(3, 2), said(4, 9)])).toEqual([
      'day',
      'content',
      'activity',
      'content',
    ]);
  });

  it('marks where unread messages begin', () => {
    expect(kinds([said(1, 0), said(2, 1), said(3, 2)], 1)).toEqual([
      'day',
      'content',
      'unread',
      'content',
      'content',
    ]);
  });

  it('has no such mark above everything', () => {
    expect(kinds([said(1, 0)], 0)).toEqual(['day', 'content']);
  });

  it('joins what one person wrote in a row', () => {
    const joined = parts([said(1, 0), said(2, 3), ours(3, 4, 'bo'), said(4, 30)], 99, day).flatMap(
      (part) => (part.kind === 'content' ? part.joined : []),
    );
    expect(joined).toEqual([false, true, false, false]);
  });
});

describe('what a writer has not seen', () => {
  it('is what others said in public since', () => {
    const all = [said(1, 0), ours(2, 1, 'bo'), ours(3, 2, 'me'), changed(4, 3), said(5, 4)];
    expect(unseen(all, 1, 'me').map(({ seq }) => seq)).toEqual([2, 5]);
    expect(unseen(all, 5, 'me')).toEqual([]);
  });
});

describe('what became of a message later', () => {
  const ada = { kind: 'chat', value: 'ada', name: 'Ada' };
  const later = (seq: number, its: object) => ({ ...said(seq, seq), ...its }) as Interaction;
  const words = (text: string) => ({ text, quoted: null, html: null, attachments: [] });
  const react = (seq: number, emoji: string, on = true) =>
    later(seq, { type: 'reacted', message: 1, by: ada, emoji, on });

  it('is shown at it and has no line of its own', () => {
    const all = [said(1, 0), later(2, { type: 'removed', message: 1 }), react(3, '👍')];
    expect(kinds(all)).toEqual(['day', 'content']);
  });

  it('is its last wording, with the ones before', () => {
    const all = [
      said(1, 0, { text: 'one' }),
      later(2, { type: 'edited', message: 1, ...words('two') }),
      later(3, { type: 'edited', message: 1, ...words('three') }),
    ];
    const after = afterwards(all).get(1);
    expect(after?.content.text).toBe('three');
    expect(after?.versions.map(({ content }) => content.text)).toEqual(['one', 'two']);
  });

  it('is a tombstone that still knows what it was', () => {
    const all = [said(1, 0, { text: 'rude' }), later(2, { type: 'removed', message: 1 })];
    const after = afterwards(all).get(1);
    expect(after?.removed?.by.kind).toBe('customer');
    expect(after?.content.text).toBe('rude');
  });

  it('is a reaction until it is taken back', () => {
    const with_ = [said(1, 0), react(2, '👍'), react(3, '👍'), react(4, '❤️')];
    expect(afterwards(with_).get(1)?.reactions).toEqual([
      { emoji: '👍', names: ['Ada'] },
      { emoji: '❤️', names: ['Ada'] },
    ]);
    expect(afterwards([...with_, react(5, '👍', false)]).get(1)?.reactions).toEqual([
      { emoji: '❤️', names: ['Ada'] },
    ]);
  });

  it('is nothing for most', () => {
    expect(afterwards([said(1, 0), said(2, 1)]).size).toBe(0);
  });
});

describe('merged conversations', () => {
  const merged = (seq: number, from: string) =>
    ({ ...changed(seq, seq), type: 'merged', from, number: 7 }) as unknown as Interaction;
  const separated = (seq: number, from: string) =>
    ({ ...changed(seq, seq), type: 'separated', from, number: 7 }) as unknown as Interaction;

  it('stand as a block, until they are taken apart', () => {
    expect(kinds([said(1, 0), merged(2, 'b')])).toEqual(['day', 'content', 'merged']);
    expect(kinds([said(1, 0), merged(2, 'b'), separated(3, 'b')])).toEqual([
      'day',
      'content',
      'activity',
    ]);
    expect(kinds([said(1, 0), merged(2, 'b'), separated(3, 'b'), merged(4, 'b')])).toEqual([
      'day',
      'content',
      'activity',
      'merged',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Interaction, Message } from '../api/types';
import { parts, unseen } from './thread';

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

import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../api/types';
import type { Wants } from './notices';
import { claim, noticeOf, usualWants } from './notices';
import { item } from './sample';

const ALL: Wants = { mine: true, mentions: true, unassigned: true, sound: true };

const its = (seq: number, change: Partial<Item> = {}) =>
  item('a', seq, { seq, last_public_seq: seq, last_customer_seq: seq, ...change });
const known = (last_customer_seq: number) => ({ last_customer_seq });
const kind = (
  view: 'mine' | 'unassigned',
  now: Item,
  before?: { last_customer_seq: number },
  wants = ALL,
  own = false,
) => noticeOf({ view, item: now, before, own, past: false }, wants)?.kind ?? null;

describe('what is worth telling', () => {
  it('is what a customer writes in a conversation of mine', () => {
    expect(kind('mine', its(5), known(3))).toBe('message');
  });

  it('is not what a colleague, a label or a note changed', () => {
    expect(kind('mine', its(6, { last_customer_seq: 3 }), known(3))).toBeNull();
    expect(kind('mine', its(6, { last_customer_seq: 5 }), known(3))).toBeNull();
  });

  it('is a conversation that somebody gave to me, not one I took', () => {
    expect(kind('mine', its(5, { last_customer_seq: 1 }))).toBe('assigned');
    expect(kind('mine', its(5), undefined, ALL, true)).toBeNull();
  });

  it('is a new unassigned conversation, for those who want it', () => {
    expect(kind('unassigned', its(1))).toBe('unassigned');
    expect(kind('unassigned', its(1), undefined, usualWants)).toBeNull();
    expect(kind('unassigned', its(2), known(1))).toBeNull();
  });

  it('is never what happened in another system', () => {
    const told = { view: 'mine' as const, item: its(5), before: undefined, own: false, past: true };
    expect(noticeOf(told, ALL)).toBeNull();
  });

  it('is never spam', () => {
    expect(kind('unassigned', its(1, { status_category: 'spam' }))).toBeNull();
  });

  it('is nothing when nothing is wanted', () => {
    expect(kind('mine', its(5), known(3), { ...ALL, mine: false })).toBeNull();
  });
});

describe('several tabs', () => {
  beforeEach(() => localStorage.clear());

  it('tell of a thing once', () => {
    expect(claim('a/5')).toBe(true);
    expect(claim('a/5')).toBe(false);
    expect(claim('a/6')).toBe(true);
  });
});

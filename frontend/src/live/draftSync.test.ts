import { describe, expect, it } from 'vitest';
import type { KeptDraft } from '../api/drafts';
import { adopted, contentOf, fingerprint, listedText, reconcile } from './draftSync';
import type { Draft } from './drafts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 9, 0, second)).toISOString();

const draft = (reply: string, change: Partial<Draft> = {}): Draft => ({
  kind: 'reply',
  reply,
  note: '',
  baseSeq: 3,
  ...change,
});

const kept = (text: string, second: number, change: Partial<KeptDraft> = {}): KeptDraft => ({
  kind: 'reply',
  text,
  attachments: [],
  base_seq: 3,
  saved_at: at(second),
  ...change,
});

/** A draft that the server has in this form. */
const agreed = (reply: string, second: number): Draft => {
  const its = draft(reply, { editedAt: Date.parse(at(second)) });
  return { ...its, kept: { savedAt: at(second), content: fingerprint(its) } };
};

describe('a draft here and the one the server keeps', () => {
  it('is taken from there when nothing is written here', () => {
    expect(reconcile(draft(''), kept('Hello', 1))).toEqual({ do: 'adopt', conflict: false });
  });

  it('is saved there when there is none', () => {
    expect(reconcile(draft('Hello'), null).do).toBe('save');
    expect(reconcile(draft(''), null).do).toBe('nothing');
  });

  it('is let be when both say the same', () => {
    expect(reconcile(agreed('Hello', 1), kept('Hello', 1)).do).toBe('nothing');
    expect(reconcile(draft('Hello'), kept('Hello', 4)).do).toBe('agree');
  });

  it('follows another device that went on', () => {
    expect(reconcile(agreed('Hello', 1), kept('Hello Ada', 5))).toEqual({
      do: 'adopt',
      conflict: false,
    });
  });

  it('goes away when it was sent or discarded elsewhere', () => {
    expect(reconcile(agreed('Hello', 1), null).do).toBe('drop');
    const since = { ...agreed('Hello', 1), reply: 'Hello, and more' };
    expect(reconcile(since, null).do).toBe('save');
  });

  it('stays if it was written in last, else gives way; both are told', () => {
    const here = { ...agreed('Hello', 1), reply: 'Hello from here', editedAt: Date.parse(at(9)) };
    expect(reconcile(here, kept('Hello from there', 5))).toEqual({ do: 'save', conflict: true });
    expect(reconcile(here, kept('Hello from there', 12))).toEqual({ do: 'adopt', conflict: true });
  });

  it('is not thrown back by an answer that was overtaken', () => {
    expect(reconcile(agreed('Hello Ada', 5), kept('Hello', 1)).do).toBe('nothing');
  });

  it('waits while a message is under way', () => {
    const message = { kind: 'reply' as const, text: 'Hello', base_seq: 3 };
    const sending = draft('', { outgoing: { key: 'k', message } });
    expect(reconcile(sending, kept('Hello', 1)).do).toBe('nothing');
  });
});

describe('what the server keeps', () => {
  it('is the tab in use, or the other while that is empty', () => {
    expect(contentOf(draft('', { note: 'For Bo' }))).toMatchObject({
      kind: 'note',
      text: 'For Bo',
    });
    expect(contentOf(draft('Hi', { note: 'For Bo' }))).toMatchObject({ kind: 'reply', text: 'Hi' });
  });

  it('comes back with its people and files', () => {
    const file = { id: 'f', name: 'a.pdf', media_type: 'application/pdf', size: 9 };
    const people = { to: [{ value: 'ada@a.example' }], cc: [], bcc: [] };
    const back = adopted(draft(''), kept('Hi', 1, { ...people, attachments: [file] }));
    expect(back).toMatchObject({ reply: 'Hi', people, files: [file] });
    expect(fingerprint(back)).toBe(back.kept?.content);
  });
});

describe('what a list shows of a draft', () => {
  const listed = [
    { conversation: 'a', kind: 'reply' as const, text: 'From there', saved_at: at(1) },
  ];

  it('is what is written here and not saved, or else what the server keeps', () => {
    expect(listedText(draft('Here'), listed, 'a')).toBe('Here');
    expect(listedText(null, listed, 'a')).toBe('From there');
    expect(listedText(null, listed, 'b')).toBeNull();
    expect(listedText(draft('Here'), undefined, 'a')).toBe('Here');
  });

  it('is nothing once it was sent or discarded elsewhere', () => {
    expect(listedText(agreed('Hello', 1), [], 'a')).toBeNull();
  });
});

describe('what is to be done with a draft', () => {
  const wishes = { status: 'resolved', add_labels: ['refund'] };

  it('is kept with it, in whatever order the server answers', () => {
    const here = draft('Hello', { forward: 2, then: wishes });
    expect(contentOf(here)).toMatchObject({ forward: { seq: 2 }, then: wishes });
    const there = { add_labels: ['refund'], status: 'resolved' };
    const its = kept('Hello', 1, { forward: { seq: 2 }, then: there });
    expect(reconcile(here, its)).toEqual({ do: 'agree', conflict: false });
    expect(adopted(draft(''), its)).toMatchObject({ forward: 2, then: wishes });
  });

  it('goes when the server has none', () => {
    const its = adopted(draft('Hello', { forward: 2, then: wishes }), kept('Hello', 1));
    expect(its.forward).toBeUndefined();
    expect(its.then).toBeUndefined();
  });
});

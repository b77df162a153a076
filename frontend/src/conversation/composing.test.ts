import { describe, expect, it } from 'vitest';
import type { Limits } from '../api/types';
import type { Draft } from '../live/drafts';
import { countOf, hindrance, messageOf, sentOff } from './composing';

const MAIL: Limits = {
  max_length: 1000,
  measure: 'code_points',
  html: true,
  recipients: true,
  subject: true,
  begins: true,
  max_attachments: 1,
  max_attachment_size: 1_000_000,
  stop_for_customer: true,
};
const BLUESKY: Limits = { ...MAIL, max_length: 300, measure: 'graphemes', html: false };
const FAMILY = '👩‍👩‍👧';
const FILE = { id: 'f', name: 'a.pdf', media_type: 'application/pdf', size: 9 };

const draft = (reply: string, change: Partial<Draft> = {}): Draft => ({
  kind: 'reply',
  reply,
  note: '',
  baseSeq: 3,
  ...change,
});
const to = (...values: string[]) => ({ to: values.map((value) => ({ value })), cc: [], bcc: [] });
const why = (its: Draft, limits = MAIL, uploading = false) =>
  hindrance(its, limits, uploading)?.why;

describe('what keeps a message from being sent', () => {
  it('is that there is nothing in it', () => {
    expect(why(draft('  '))).toBe('empty');
    expect(why(draft('', { files: [FILE] }))).toBeUndefined();
  });

  it('is the channel’s limit, by its own measure', () => {
    expect(why(draft(FAMILY.repeat(300)), BLUESKY)).toBeUndefined();
    expect(hindrance(draft(FAMILY.repeat(302)), BLUESKY, false)).toEqual({
      why: 'tooLong',
      over: 2,
    });
    expect(why(draft('', { kind: 'note', note: 'x'.repeat(400) }), BLUESKY)).toBeUndefined();
  });

  it('is who it goes to', () => {
    expect(why(draft('Hi', { people: to() }))).toBe('nobody');
    expect(hindrance(draft('Hi', { people: to('ada') }), MAIL, false)).toEqual({
      why: 'address',
      value: 'ada',
    });
    expect(why(draft('Hi', { people: to('ada@a.example') }))).toBeUndefined();
    expect(why(draft('', { forward: 2 }))).toBe('nobody');
    expect(why(draft('', { forward: 2, people: to('bo@b.example') }))).toBeUndefined();
  });

  it('is a file on its way, or one too many', () => {
    expect(why(draft('Hi'), MAIL, true)).toBe('uploading');
    expect(why(draft('Hi', { files: [FILE, { ...FILE, id: 'g' }] }))).toBe('tooMany');
  });

  it('is what a suggestion or a macro left open, in a reply, after everything else', () => {
    const open = '\n Hi {{contact.name}}, about {{ order }}';
    expect(hindrance(draft(open), MAIL, false)).toEqual({
      why: 'slot',
      slot: { written: '{{contact.name}}', name: 'contact.name', from: 5, to: 21 },
    });
    expect(why(draft('Write {{ }} or {{1}} or {name}'))).toBeUndefined();
    expect(why(draft('', { kind: 'note', note: open }))).toBeUndefined();
    expect(why(draft(open, { people: to() }))).toBe('nobody');
    expect(why(draft(open, { people: to('a@a.example') }))).toBe('slot');
    expect(why(draft(open, { forward: 2, people: to('a@a.example') }))).toBe('slot');
  });
});

describe('the counter', () => {
  it('is shown when it begins to matter', () => {
    expect(countOf('x'.repeat(100), draft(''), BLUESKY)?.shown).toBe(false);
    expect(countOf('x'.repeat(250), draft(''), BLUESKY)).toEqual({
      length: 250,
      most: 300,
      over: 0,
      shown: true,
    });
    expect(countOf('x', draft(''), { ...MAIL, max_length: 0 })).toBeNull();
    expect(countOf('x', draft(''), undefined)).toBeNull();
  });
});

describe('a message', () => {
  it('carries formatting only where the channel can', () => {
    expect(messageOf(draft('**Hi**'), MAIL, undefined, {}).html).toBe('<p><strong>Hi</strong></p>');
    expect(messageOf(draft('**Hi**'), BLUESKY, undefined, {}).html).toBeUndefined();
    expect(messageOf(draft('Hi'), MAIL, undefined, {}).html).toBeUndefined();
  });

  it('carries people, files and what it hands on; a note has no people', () => {
    const its = draft('Hi', { people: to('ada@a.example'), files: [FILE], forward: 2 });
    expect(messageOf(its, MAIL, undefined, {})).toMatchObject({
      to: [{ value: 'ada@a.example' }],
      attachments: ['f'],
      forward: { seq: 2 },
    });
    expect(messageOf(its, MAIL, undefined, { kind: 'note' })).not.toHaveProperty('to');
  });

  it('does what a macro wants, unless the button says otherwise', () => {
    const its = draft('Hi', { then: { status: 'pending', add_labels: ['refund'] } });
    expect(messageOf(its, MAIL, { status: 'resolved' }, {}).then).toEqual({
      status: 'resolved',
      add_labels: ['refund'],
    });
    expect(messageOf(draft('Hi'), MAIL, undefined, {})).not.toHaveProperty('then');
  });

  it('leaves nothing in the composer that goes with it', () => {
    const its = draft('Hi', { people: to('a@a.example'), files: [FILE], then: { status: 'open' } });
    const off = sentOff(its, { key: 'k', message: messageOf(its, MAIL, undefined, {}) });
    expect(off).toMatchObject({ reply: '', outgoing: { files: [FILE], people: its.people } });
    expect(off.files).toBeUndefined();
    expect(off.people).toBeUndefined();
  });
});

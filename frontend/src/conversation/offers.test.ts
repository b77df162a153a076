import { describe, expect, it } from 'vitest';
import { conversation, item, message } from '../live/sample';
import { bareSubject, mergeOffer } from './offers';

const open = (subject: string, change = {}) => ({
  ...conversation('b', [message(1, 9)]),
  number: 9,
  subject,
  ...change,
});

describe('a merge', () => {
  it('is offered for the same person’s same subject', () => {
    const earlier = item('a', 3, { subject: 'Refund for 10428' });
    expect(mergeOffer(open('RE: AW: [#3] refund  for 10428'), [earlier])?.id).toBe('a');
  });

  it('is not offered for what is done, merged, later or about nothing', () => {
    const subject = 'Refund';
    expect(mergeOffer(open(subject), [item('a', 3, { subject: 'Invoice' })])).toBeNull();
    expect(mergeOffer(open(subject), [item('a', 12, { subject })])).toBeNull();
    expect(
      mergeOffer(open(subject), [item('a', 3, { subject, status_category: 'resolved' })]),
    ).toBeNull();
    expect(
      mergeOffer(open(subject), [item('a', 3, { subject, merged_into: { id: 'c', number: 1 } })]),
    ).toBeNull();
    expect(mergeOffer(open(' '), [item('a', 3, { subject: '' })])).toBeNull();
    expect(
      mergeOffer(open(subject, { merged_into: { id: 'c', number: 1 } }), [
        item('a', 3, { subject }),
      ]),
    ).toBeNull();
  });

  it('is offered with what the server says is related', () => {
    expect(mergeOffer(open('Other', { related: 'a' }), [item('a', 3)])?.id).toBe('a');
  });

  it('looks at subjects without what mail programs add', () => {
    expect(bareSubject('Fwd: Re[2]: SV: Hello')).toBe('hello');
    expect(bareSubject('Rebate: 5 %')).toBe('rebate: 5 %');
  });
});

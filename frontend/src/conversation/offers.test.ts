import { describe, expect, it } from 'vitest';
import type { MergeOffer } from '../api/types';
import { conversation, message } from '../live/sample';
import { bareSubject, worthOffering } from './offers';

const offer = (subject: string, reason: MergeOffer['reason']): MergeOffer => ({
  id: 'a',
  number: 3,
  subject,
  reason,
});
const open = (subject: string, ...merge_offers: MergeOffer[]) => ({
  ...conversation('b', [message(1, 9)]),
  subject,
  merge_offers,
});

describe('a merge', () => {
  it('is offered where the subject or the first message names the other', () => {
    expect(worthOffering(open('About #3', offer('Refund', 'subject')))?.id).toBe('a');
    expect(worthOffering(open('Other', offer('Refund', 'related')))?.id).toBe('a');
  });

  it('is offered for the same person only with the same subject', () => {
    expect(worthOffering(open('RE: AW: [#3] refund', offer('Refund', 'contact')))?.id).toBe('a');
    expect(worthOffering(open('Invoice', offer('Refund', 'contact')))).toBeNull();
    expect(worthOffering(open(' ', offer('', 'contact')))).toBeNull();
  });

  it('is not offered for what is merged already', () => {
    const its = open('Refund', offer('Refund', 'contact'));
    expect(worthOffering({ ...its, merged_into: { id: 'c', number: 1 } })).toBeNull();
  });

  it('looks at subjects without what mail programs add', () => {
    expect(bareSubject('Fwd: Re[2]: SV: Hello')).toBe('hello');
    expect(bareSubject('Rebate: 5 %')).toBe('rebate: 5 %');
  });
});

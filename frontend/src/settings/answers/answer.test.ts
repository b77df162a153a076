import { describe, expect, it } from 'vitest';
import type { AnswerChange, ApprovedAnswer, CommonQuestion } from '../../api/answers';
import {
  approvalOf,
  bodyOf,
  emptyAnswer,
  faultsOf,
  found,
  isApproved,
  isDue,
  isRight,
  titleOf,
} from './answer';

const RETURNS: AnswerChange = {
  ...emptyAnswer,
  title: 'Returns',
  text: 'Within 30 days.',
  questions: ['Can I send it back?'],
};
const COMMON: CommonQuestion = {
  answer: 'origin-1',
  questions: ['Where is\n my parcel?', 'x'.repeat(2_001)],
  text: 'Order {{order}} is on its way.',
  typical: 'Order 10428 is on its way.',
  times: 14,
  customers: 9,
  last_at: '2026-11-20T10:00:00Z',
  conversations: [1043],
};
const kept = (change: Partial<ApprovedAnswer>): ApprovedAnswer => ({
  ...RETURNS,
  id: 'a-1',
  changed_by: null,
  changed_at: '2026-11-20T10:00:00Z',
  ...change,
});

describe('the limits of an answer', () => {
  it('are those of the server', () => {
    const questions = (count: number) => Array.from({ length: count }, (_, n) => `Question ${n}?`);
    const right = (change: Partial<AnswerChange>) => isRight(faultsOf({ ...RETURNS, ...change }));

    expect(right({})).toBe(true);
    expect(right({ title: 'x'.repeat(200), text: 'x'.repeat(20_000) })).toBe(true);
    expect(right({ title: 'x'.repeat(201) })).toBe(false);
    expect(right({ title: ' ' })).toBe(false);
    expect(right({ text: 'x'.repeat(20_001) })).toBe(false);
    expect(right({ text: '\n' })).toBe(false);
    expect(right({ questions: questions(200) })).toBe(true);
    expect(right({ questions: questions(201) })).toBe(false);
    expect(right({ questions: [' ', ''] })).toBe(false);
    expect(right({ questions: ['x'.repeat(2_000)] })).toBe(true);
  });

  it('are said of the question that is too long', () => {
    const faults = faultsOf({ ...RETURNS, questions: ['Short?', 'x'.repeat(2_001)] });

    expect(faults).toEqual({
      question: { 1: '2,001 characters are too many: at most 2,000.' },
    });
  });

  it('count what is left when what is empty or said twice is gone', () => {
    expect(bodyOf({ ...RETURNS, title: ' Returns ', questions: ['', ' A? ', 'A?'] })).toEqual({
      ...RETURNS,
      questions: ['A?'],
    });
  });
});

describe('what is approved of a common question', () => {
  it('is its reply, for the account it was given at', () => {
    expect(approvalOf(COMMON, 'c-mail')).toEqual({
      title: 'Where is my parcel?',
      text: 'Order {{order}} is on its way.',
      questions: ['Where is\n my parcel?', 'x'.repeat(2_000)],
      accounts: ['c-mail'],
      review_on: null,
      origin: 'origin-1',
      customers: 9,
    });
  });

  it('has the first question for a title, cut where it is long', () => {
    expect(titleOf('x'.repeat(120))).toHaveLength(120);
    expect(titleOf('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
    expect(titleOf(`${'x'.repeat(118)}📦📦`)).toBe(`${'x'.repeat(118)}…`);
  });

  it('is no longer common where it is offered', () => {
    const here = kept({ origin: 'origin-1', accounts: ['c-mail'] });

    expect(isApproved(COMMON, 'c-mail', [here])).toBe(true);
    expect(isApproved(COMMON, 'c-chat', [here])).toBe(false);
    expect(isApproved(COMMON, 'c-chat', [kept({ origin: 'origin-1', accounts: [] })])).toBe(true);
    expect(isApproved(COMMON, 'c-mail', [kept({})])).toBe(false);
  });
});

describe('approved answers', () => {
  it('are due on the day of their review and after it', () => {
    const due = (on: string | null) => isDue({ ...RETURNS, review_on: on }, '2026-11-28');

    expect([due(null), due('2026-11-29'), due('2026-11-28'), due('2025-12-30')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('are found by all that is written in them', () => {
    const all = [kept({}), kept({ id: 'a-2', title: 'Invoices', questions: ['VAT number?'] })];

    expect(found(all, 'vat INVOICES').map(({ id }) => id)).toEqual(['a-2']);
    expect(found(all, '30 days')).toHaveLength(2);
    expect(found(all, 'parcel')).toEqual([]);
  });
});

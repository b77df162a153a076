import { describe, expect, it } from 'vitest';
import { agedAsked, ages } from './ages';

describe('an age of those who wait', () => {
  it('has no beginning for the youngest, and no end for the oldest', () => {
    expect(ages.map((_age, n) => agedAsked('t-1', n))).toEqual([
      { span: 'now', team: 't-1', age_to: '300' },
      { span: 'now', team: 't-1', age_from: '300', age_to: '900' },
      { span: 'now', team: 't-1', age_from: '900', age_to: '3600' },
      { span: 'now', team: 't-1', age_from: '3600' },
    ]);
  });

  it('is no team’s where there is none', () => {
    expect(agedAsked(null, 3)).toEqual({ span: 'now', team: '', age_from: '3600' });
  });
});

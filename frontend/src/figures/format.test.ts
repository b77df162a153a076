import { describe, expect, it } from 'vitest';
import { amount, change, changeText, count, duration, headline, ratio } from './format';

describe('a length of time', () => {
  it.each([
    [null, '–'],
    [undefined, '–'],
    [0, '0 s'],
    [0.44, '0.4 s'],
    [9.96, '10 s'],
    [59.4, '59 s'],
    [59.6, '1m 00s'],
    [130, '2m 10s'],
    [3599.6, '1h 00m'],
    [11_100, '3h 05m'],
    [187_300, '2d 4h'],
  ])('%s is %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe('a share', () => {
  it('has one digit after the point, and none where it is whole', () => {
    expect(ratio(0.9412)).toBe('94.1 %');
    expect(ratio(1)).toBe('100 %');
    expect(ratio(1.25)).toBe('125 %');
  });

  it('is no zero where nothing was counted', () => {
    expect(ratio(null)).toBe('–');
    expect(amount('ratio', 0)).toBe('0 %');
    expect(count(null)).toBe('–');
  });
});

describe('the first of the numbers', () => {
  it('is the median of durations and the value of all else', () => {
    const figure = { key: {}, n: 2, value: 420, mean: 420, median: 400 };
    expect(headline('response_time', figure)).toBe(400);
    expect(headline('avg_first_response', figure)).toBe(420);
    expect(headline('oldest_wait', { key: {}, n: 1, value: 90 })).toBe(90);
    expect(headline('response_time', { key: {}, n: 0, value: null })).toBeNull();
  });
});

describe('a change', () => {
  it('is told in points for shares, and relative to before for all else', () => {
    expect(changeText('ratio', change('ratio', 0.91, 0.941))).toBe('−3.1 points');
    expect(changeText('seconds', change('seconds', 150, 120))).toBe('+25 %');
    expect(changeText('count', change('count', 5, 5))).toBe('the same');
  });

  it('says nothing where there is nothing to compare', () => {
    expect(change('count', 5, 0)).toBeNull();
    expect(change('count', null, 4)).toBeNull();
    expect(changeText('count', null)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { alarmOf, limits, timeToClear } from './clear';

describe('the time to clear', () => {
  it('is the backlog over what more is resolved than begun', () => {
    expect(timeToClear(14, 20, 13)).toEqual({ kind: 'in', seconds: 7200 });
  });

  it('does not end where as much begins as is resolved, or more', () => {
    expect(timeToClear(14, 10, 10)).toEqual({ kind: 'growing' });
    expect(timeToClear(14, null, 3)).toEqual({ kind: 'growing' });
  });

  it('takes an hour in which nothing began as it is', () => {
    expect(timeToClear(5, 10, null)).toEqual({ kind: 'in', seconds: 1800 });
  });

  it('is over where nobody waits, and unknown before the figures came', () => {
    expect(timeToClear(null, 4, 3)).toEqual({ kind: 'clear' });
    expect(timeToClear(0, 4, 3)).toEqual({ kind: 'clear' });
    expect(timeToClear(undefined, 4, 3)).toEqual({ kind: 'unknown' });
  });
});

describe('a limit', () => {
  it('is reached at its value', () => {
    expect(alarmOf(899, limits.longest_wait)).toBeNull();
    expect(alarmOf(900, limits.longest_wait)).toBe('warn');
    expect(alarmOf(3600, limits.longest_wait)).toBe('bad');
    expect(alarmOf(null, limits.overdue)).toBeNull();
    expect(alarmOf(1, limits.overdue)).toBe('warn');
  });
});

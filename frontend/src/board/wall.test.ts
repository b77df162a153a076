import { describe, expect, it } from 'vitest';
import { following } from './useRotation';
import { enlarged } from './wall';

describe('a board on a wall', () => {
  it('is as much larger as its screen is, in both directions', () => {
    expect(enlarged(1920, 1080)).toBe(1.5);
    expect(enlarged(3840, 2160)).toBe(3);
    expect(enlarged(3840, 1080)).toBe(1.5);
    expect(enlarged(1024, 700)).toBe(1);
  });

  it('goes round', () => {
    expect([0, 1, 2].map((at) => following(at, 3))).toEqual([1, 2, 0]);
    expect(following(7, 2)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { lengthOf } from './length';

const FAMILY = '👩‍👩‍👧';

describe('the length of a text', () => {
  it('is what the channel measures', () => {
    const text = `é${FAMILY}`.normalize('NFD');
    expect(lengthOf(text, 'graphemes')).toBe(2);
    expect(lengthOf(text, 'code_points')).toBe(7);
    expect(lengthOf(text, 'utf16')).toBe(10);
    expect(lengthOf(text, 'bytes')).toBe(21);
  });

  it('is the same for plain letters, however it is measured', () => {
    for (const measure of ['graphemes', 'code_points', 'utf16', 'bytes'] as const) {
      expect(lengthOf('Hello', measure)).toBe(5);
      expect(lengthOf('', measure)).toBe(0);
    }
  });
});

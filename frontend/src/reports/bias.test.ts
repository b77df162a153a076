import { describe, expect, it } from 'vitest';
import { isBiased } from './bias';

const rate = (outcome: string, hits: number, n: number) => ({
  key: { outcome },
  n,
  hits,
  value: hits / n,
});

describe('who answers', () => {
  it('is told when those of a bad outcome are silent', () => {
    expect(isBiased([rate('one_reply', 60, 100), rate('reopened', 10, 80)])).toBe(true);
  });

  it('is nothing while chance explains it', () => {
    expect(isBiased([rate('one_reply', 6, 10), rate('reopened', 2, 8)])).toBe(false);
    expect(isBiased([rate('one_reply', 60, 100)])).toBe(false);
    expect(isBiased([])).toBe(false);
  });

  it('counts everybody and nobody', () => {
    expect(isBiased([rate('one_reply', 50, 50), rate('reopened', 0, 50)])).toBe(true);
  });
});

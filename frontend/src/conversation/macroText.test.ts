import { describe, expect, it } from 'vitest';
import type { Macro } from '../api/types';
import { macrosFor, slashAt } from './macroText';

const macro = (name: string): Macro => ({ id: name, name, text: '', then: {}, shared: true });
const names = (text: string) =>
  macrosFor(['Ask for a photo', 'Photo received', 'Thanks'].map(macro), text).map(
    ({ name }) => name,
  );

describe('a slash in the composer', () => {
  it('looks for a macro where a word begins', () => {
    expect(slashAt('/', 1)).toEqual({ from: 0, to: 1, text: '' });
    expect(slashAt('Hello /ref', 10)).toEqual({ from: 6, to: 10, text: 'ref' });
    expect(slashAt('a\n/ask for', 10)).toEqual({ from: 2, to: 10, text: 'ask for' });
  });

  it('is an ordinary slash elsewhere', () => {
    expect(slashAt('and/or', 6)).toBeNull();
    expect(slashAt('https://a.example', 17)).toBeNull();
    expect(slashAt('5 / 7', 5)).toBeNull();
    expect(slashAt('/ref and', 0)).toBeNull();
  });
});

describe('macros', () => {
  it('are found by words; those that begin so come first', () => {
    expect(names('photo')).toEqual(['Photo received', 'Ask for a photo']);
    expect(names('ask photo')).toEqual(['Ask for a photo']);
    expect(names('')).toHaveLength(3);
  });
});

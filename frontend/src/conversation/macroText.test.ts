import { describe, expect, it } from 'vitest';
import type { Macro } from '../api/types';
import { askedAt, macrosFor, snippetsFor } from './macroText';

const macro = (name: string): Macro => ({ id: name, name, text: '', then: {}, shared: true });
const names = (text: string) =>
  macrosFor(['Ask for a photo', 'Photo received', 'Thanks'].map(macro), text).map(
    ({ name }) => name,
  );

describe('a sign in the composer', () => {
  it('looks for a macro where a word begins', () => {
    expect(askedAt('/', 1)).toEqual({ by: 'macro', from: 0, to: 1, text: '' });
    expect(askedAt('Hello /ref', 10)).toEqual({ by: 'macro', from: 6, to: 10, text: 'ref' });
    expect(askedAt('a\n/ask for', 10)).toEqual({ by: 'macro', from: 2, to: 10, text: 'ask for' });
  });

  it('looks for a snippet after two colons, for an emoji after one', () => {
    expect(askedAt('Hi ::our ho', 11)).toEqual({ by: 'snippet', from: 3, to: 11, text: 'our ho' });
    expect(askedAt('::', 2)).toEqual({ by: 'snippet', from: 0, to: 2, text: '' });
    expect(askedAt('Thanks :thu', 11)).toEqual({ by: 'emoji', from: 7, to: 11, text: 'thu' });
    expect(askedAt('(:', 2)).toEqual({ by: 'emoji', from: 1, to: 2, text: '' });
  });

  it('is an ordinary sign elsewhere', () => {
    expect(askedAt('and/or', 6)).toBeNull();
    expect(askedAt('https://a.example', 17)).toBeNull();
    expect(askedAt('5 / 7', 5)).toBeNull();
    expect(askedAt('/ref and', 0)).toBeNull();
    expect(askedAt('at 10:30', 8)).toBeNull();
    expect(askedAt('Thanks:', 7)).toBeNull();
    expect(askedAt('glad :)', 7)).toBeNull();
    expect(askedAt('std::vector', 11)).toBeNull();
  });
});

describe('snippets', () => {
  const saved = [
    { ...macro('Opening hours'), text: 'We are here from 9 to 17.' },
    { ...macro('Thanks'), text: 'Thank you for your hours of patience.' },
    macro('Hours without words'),
  ];

  it('are found by what they say too, but only where they say something', () => {
    expect(snippetsFor(saved, 'hours').map(({ name }) => name)).toEqual([
      'Opening hours',
      'Thanks',
    ]);
    expect(snippetsFor(saved, 'from 17').map(({ name }) => name)).toEqual(['Opening hours']);
  });
});

describe('macros', () => {
  it('are found by words; those that begin so come first', () => {
    expect(names('photo')).toEqual(['Photo received', 'Ask for a photo']);
    expect(names('ask photo')).toEqual(['Ask for a photo']);
    expect(names('')).toHaveLength(3);
  });
});

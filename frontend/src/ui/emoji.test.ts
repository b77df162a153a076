import { describe, expect, it } from 'vitest';
import { emojis, emojisFor } from './emoji';

const signs = (text: string) => emojisFor(text).map(({ sign }) => sign);

describe('emoji', () => {
  it('are found by their name first, then by other words', () => {
    expect(signs('thu')[0]).toBe('👍');
    expect(signs('+1')).toEqual(['👍']);
    expect(signs('parcel')[0]).toBe('📦');
    expect(signs('thumbs_down')).toEqual(['👎']);
    expect(signs('qqq')).toEqual([]);
    expect(signs('')).toHaveLength(emojis.length);
  });

  it('stand there once, each with a name', () => {
    expect(new Set(emojis.map(({ sign }) => sign)).size).toBe(emojis.length);
    expect(emojis.filter(({ name, sign }) => !name || !/\p{Emoji}/u.test(sign))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { snippetPieces } from './snippet';

describe('a snippet', () => {
  it('is taken apart at its marks', () => {
    expect(snippetPieces('the <mark>refund</mark> of Ada')).toEqual([
      { text: 'the ', hit: false },
      { text: 'refund', hit: true },
      { text: ' of Ada', hit: false },
    ]);
  });

  it('is text, whatever else it looks like', () => {
    expect(snippetPieces('<img src=x> &lt;b&gt; <mark>a &amp; b</mark>')).toEqual([
      { text: '<img src=x> <b> ', hit: false },
      { text: 'a & b', hit: true },
    ]);
    expect(snippetPieces('<mark onclick="x">a</mark>')).toEqual([
      { text: '<mark onclick="x">a', hit: false },
    ]);
  });
});

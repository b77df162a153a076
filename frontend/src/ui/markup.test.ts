import { describe, expect, it } from 'vitest';
import { formatted, isFormatted, toHtml, toText } from './markup';

describe('formatted text', () => {
  it('becomes the HTML that it looks like', () => {
    expect(toHtml('Hello,\nplease see **two** _things_:\n\n- one\n- two\n\n1. first\n> said')).toBe(
      '<p>Hello,<br>please see <strong>two</strong> <em>things</em>:</p><ul><li>one</li><li>two</li></ul><ol><li>first</li></ol><blockquote>said</blockquote>',
    );
  });

  it('never lets through what was typed as markup', () => {
    expect(toHtml('<img src=x onerror=alert(1)> & **<b>**')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; &amp; <strong>&lt;b&gt;</strong></p>',
    );
    expect(toHtml('[x](javascript:alert(1))')).not.toContain('<a');
    expect(toHtml('[x](https://a.example/"onclick="x)')).not.toContain('"onclick');
  });

  it('nests: bold links, links with bold, italic in bold', () => {
    expect(toHtml('**[a](https://a.example)** [**b**](https://b.example) **so _very_ bold**')).toBe(
      '<p><strong><a href="https://a.example">a</a></strong> <a href="https://b.example"><strong>b</strong></a> <strong>so <em>very</em> bold</strong></p>',
    );
  });

  it('is words alone where there is one line for it', () => {
    expect(toText('Hi **you**:\n\n- see [this](https://a.example)\n- _or_ that')).toBe(
      'Hi you: see this or that',
    );
  });

  it('is known from plain text', () => {
    expect(isFormatted('snake_case_names and 2 * 3 * 4, 5 > 4')).toBe(false);
    expect(isFormatted('see [the page](https://a.example)')).toBe(true);
    expect(isFormatted('- one\n- two')).toBe(true);
  });

  it('is pressed on and off', () => {
    const on = formatted({ text: 'so bold', from: 3, to: 7 }, 'bold');
    expect(on).toEqual({ text: 'so **bold**', from: 5, to: 9 });
    expect(formatted(on, 'bold')).toEqual({ text: 'so bold', from: 3, to: 7 });
    const listed = formatted({ text: 'a\nb', from: 0, to: 3 }, 'list');
    expect(listed.text).toBe('- a\n- b');
    expect(formatted({ text: listed.text, from: 0, to: 7 }, 'list').text).toBe('a\nb');
  });

  it('gives a link its place to write the address', () => {
    const { text, from, to } = formatted({ text: 'see here', from: 4, to: 8 }, 'link');
    expect(text).toBe('see [here](https://)');
    expect(text.slice(from, to)).toBe('https://');
  });
});

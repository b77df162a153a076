import { describe, expect, it } from 'vitest';
import { linked, safeAddress } from './links';

describe('links in a text', () => {
  it('are found with what belongs to them, and without the full stop behind them', () => {
    expect(linked('See https://firth.example/a?b=(c). Or ada@analytical.example!')).toEqual([
      'See ',
      { href: 'https://firth.example/a?b=(c', label: 'https://firth.example/a?b=(c' },
      '). Or ',
      { href: 'mailto:ada@analytical.example', label: 'ada@analytical.example' },
      '!',
    ]);
  });

  it('are only ever http, https and mailto', () => {
    for (const odd of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://x.example',
    ])
      expect(linked(odd)).toEqual([odd]);
    expect(safeAddress('javascript:alert(1)')).toBeNull();
    expect(safeAddress('java\nscript:alert(1)')).toBeNull();
    expect(safeAddress('https://firth.example')).toBe('https://firth.example/');
  });
});

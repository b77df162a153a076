import { describe, expect, it } from 'vitest';
import figures from './en.figures.json';
import first from './en.json';
import settings from './en.settings.json';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../widget/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Tree = { [key: string]: string | Tree };

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

const catalogue = { ...first, ...settings, ...figures };
const known = keysOf(catalogue);
const code = Object.values(sources).join('\n');

describe('the catalogue', () => {
  it('says a thing in one of its files', () => {
    const groups = [first, settings, figures].flatMap((file) => Object.keys(file));
    expect(groups.filter((group, at) => groups.indexOf(group) !== at)).toEqual([]);
  });

  it('has every text that is asked for', () => {
    const groups = new Set(known.map((key) => key.split('.')[0]));
    const asked = [...code.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)]
      .map((match) => match[1] ?? '')
      .filter((key) => groups.has(key.split('.')[0]));
    expect(asked.filter((key) => !known.includes(key))).toEqual([]);
  });

  it('has nothing that is not asked for', () => {
    const computed = [...code.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/gi)].map(
      (match) => match[1] ?? '',
    );
    const unused = known.filter(
      (key) => !code.includes(`'${key}'`) && !computed.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

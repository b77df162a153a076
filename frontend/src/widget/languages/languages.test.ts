import { afterEach, describe, expect, it } from 'vitest';
import english from './en.json';
import { chosenLocale, speak, t } from './index';

type Entry = string | Record<string, string>;
const catalogues = import.meta.glob<Record<string, Entry>>('./*.json', {
  import: 'default',
  eager: true,
});
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const forms = (entry: Entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

afterEach(() => speak('en'));

describe('the languages', () => {
  it('are twelve', () => expect(Object.keys(catalogues)).toHaveLength(12));

  for (const [file, catalogue] of Object.entries(catalogues)) {
    const language = file.slice(2, -5);

    it(`have every text (${language})`, () => {
      expect(Object.keys(catalogue)).toEqual(Object.keys(english));
      expect(Object.values(catalogue).flatMap(forms)).not.toContain('');
    });

    it(`have each plural of the language, and no other (${language})`, () => {
      const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const entry of Object.values(catalogue).filter((each) => typeof each !== 'string'))
        expect(Object.keys(entry).sort()).toEqual([...wanted].sort());
    });

    it(`have the same gaps to fill (${language})`, () => {
      for (const [key, entry] of Object.entries(english as Record<string, Entry>)) {
        const other = catalogue[key] as Entry;
        if (typeof entry === 'string') expect(holes(other as string)).toEqual(holes(entry));
        else expect((other as Record<string, string>).other).toContain('{n}');
      }
    });
  }

  it('hold nothing that is not said', () => {
    const code = Object.values(sources).join('\n');
    expect(Object.keys(english).filter((key) => !code.includes(`'${key}'`))).toEqual([]);
  });

  it('are chosen by wish, as far as the account speaks them', () => {
    expect(chosenLocale(['pt-BR', 'en'])).toBe('pt-BR');
    expect(chosenLocale(['xx', 'de'])).toBe('de');
    expect(chosenLocale(['fr'], ['de', 'en'])).toBe('en');
    expect(chosenLocale(['fr'], ['de'])).toBe('de');
    expect(chosenLocale(['', 'e n'])).toBe('en');
    expect(chosenLocale(['en', 'en-GB'])).toBe('en-GB');
  });

  it('count as they count, and run as they run', async () => {
    await speak('pl');
    expect([1, 3, 5].map((n) => t('unread', { n }))).toEqual([
      '1 nowa wiadomość',
      '3 nowe wiadomości',
      '5 nowych wiadomości',
    ]);
    await speak('ar');
    expect(t('unread', { n: 2 })).toBe('رسالتان جديدتان');
    expect(document.documentElement.dir).toBe('rtl');
    await speak('en');
    expect(document.documentElement.dir).toBe('ltr');
  });
});

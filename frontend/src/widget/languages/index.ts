import english from './en.json';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Catalogue = Record<keyof typeof english, string | Plural>;
export type Key = keyof Catalogue;
type Values = Record<string, string | number>;

/** Loaded when somebody reads them; English is always there. */
const others: Record<string, () => Promise<{ default: object }>> = {
  ar: () => import('./ar.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  fr: () => import('./fr.json'),
  he: () => import('./he.json'),
  it: () => import('./it.json'),
  ja: () => import('./ja.json'),
  nl: () => import('./nl.json'),
  pl: () => import('./pl.json'),
  pt: () => import('./pt.json'),
  tr: () => import('./tr.json'),
};
const rightToLeft = new Set(['ar', 'he']);

let locale = 'en';
let plurals = new Intl.PluralRules('en');
let texts: Catalogue = english;

/**
 * The first wished language that there is and that the account speaks; an account that names none speaks
 * all. The region is kept for dates and numbers.
 */
export function chosenLocale(wished: readonly string[], spoken: readonly string[] = []): string {
  const known = ['en', ...Object.keys(others)].filter(
    (language) => spoken.length === 0 || spoken.some((each) => base(each) === language),
  );
  const found = wished.find((each) => known.includes(base(each)) && isLocale(each));
  if (!found) return known[0] ?? 'en';
  // "en" of the page and "en-GB" of the browser: the page's language, the visitor's way to write a time
  const regional = wished.find((each) => base(each) === base(found) && each.includes('-'));
  return regional && isLocale(regional) ? regional : found;
}

export async function speak(wanted: string): Promise<void> {
  const language = base(wanted);
  const loaded = await others[language]?.().catch(() => undefined);
  locale = loaded || language === 'en' ? wanted : 'en';
  texts = { ...english, ...(loaded?.default as Catalogue | undefined) };
  plurals = new Intl.PluralRules(locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = rightToLeft.has(base(locale)) ? 'rtl' : 'ltr';
}

export const currentLocale = (): string => locale;

/** The text in the reader's language; `n` chooses the plural and is written as that language writes numbers. */
export function t(key: Key, values: Values = {}): string {
  const entry = texts[key];
  const text =
    typeof entry === 'string'
      ? entry
      : (entry[plurals.select(Number(values.n ?? 0))] ?? entry.other ?? '');
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

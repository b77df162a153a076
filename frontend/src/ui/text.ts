import i18next from 'i18next';
import ICU from 'i18next-icu';

/** Loads the catalogue. Messages are ICU: `{count, plural, one {# update} other {# updates}}`. */
export function speak(language: string, catalogue: object): void {
  void i18next.use(ICU).init({
    lng: language,
    fallbackLng: language,
    resources: { [language]: { translation: catalogue } },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  document.documentElement.lang = language;
}

/** More of the catalogue, for pages that are loaded later. */
export function speakOf(catalogue: object): void {
  i18next.addResourceBundle(i18next.language, 'translation', catalogue, true, true);
}

export const t = (key: string, values?: Record<string, unknown>): string =>
  i18next.t(key, values ?? {});

/** Whether the catalogue has words for it. */
export const knows = (key: string): boolean => i18next.exists(key);

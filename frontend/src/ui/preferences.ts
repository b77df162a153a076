import { useSyncExternalStore } from 'react';

/** What one browser remembers of how its agent likes the page. */
export type Preferences = {
  theme: 'system' | 'light' | 'dark';
  /** The side that lines begin on. */
  direction: 'ltr' | 'rtl';
  density: 'comfortable' | 'compact' | 'line';
  /** Whether single letters act (WCAG 2.1.4). */
  letters: boolean;
  rail: 'wide' | 'narrow';
  context: boolean;
  listWidth: number;
};

const defaults: Preferences = {
  theme: 'system',
  direction: 'ltr',
  density: 'comfortable',
  letters: true,
  rail: 'wide',
  context: true,
  listWidth: 380,
};

const place = 'firth.preferences';

function load(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as object) };
  } catch {
    return defaults;
  }
}

let current = load();
const listeners = new Set<() => void>();

function show() {
  const root = document.documentElement;
  if (current.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = current.theme;
  root.dir = current.direction;
}

show();

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // a browser that keeps nothing still shows the choice until it is closed
  }
  show();
  for (const listener of listeners) listener();
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const preferences = (): Preferences => current;
export const usePreferences = (): Preferences => useSyncExternalStore(watch, preferences);

const media = new Map<string, MediaQueryList>();

function queryOf(query: string): MediaQueryList {
  const known = media.get(query) ?? window.matchMedia(query);
  media.set(query, known);
  return known;
}

/** Whether a media query matches, as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = queryOf(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => queryOf(query).matches,
  );
}

export const usePhone = (): boolean => useMedia('(max-width: 720px)');

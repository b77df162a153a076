import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { speak } from '../ui/text';
import figures from './en.figures.json';
import catalogue from './en.json';
import settings from './en.settings.json';

speak('en', { ...catalogue, ...settings, ...figures });

// pages are drawn slowly where others work too
configure({ asyncUtilTimeout: 10_000 });

window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;

window.ResizeObserver ??= class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};

afterEach(cleanup);

import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { speak } from '../ui/text';
import catalogue from './en.json';
import settings from './en.settings.json';

speak('en', { ...catalogue, ...settings });

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

import { afterEach, describe, expect, it, vi } from 'vitest';
import { Host } from './host';

const SHOP = 'https://shop.example';
const parent = { postMessage: vi.fn() };
const shop = parent as unknown as Window;
const around = () => new Host(`#${encodeURIComponent(SHOP)}`, shop);
const hear = (origin: string, source: unknown, data: unknown) =>
  window.dispatchEvent(
    Object.assign(new Event('message'), { origin, source, data }) as unknown as MessageEvent,
  );

afterEach(() => parent.postMessage.mockClear());

describe('the page around the frame', () => {
  it('is told by its exact origin', () => {
    around().say({ firth: 'ready' });
    expect(parent.postMessage).toHaveBeenCalledWith({ firth: 'ready' }, SHOP);
  });

  it('is told nothing when it does not say who it is', () => {
    for (const hash of [
      '',
      '#',
      '#*',
      '#null',
      '#shop.example',
      `#${SHOP}/path`,
      '#javascript:x',
      '#%',
    ])
      new Host(hash, shop).say({ firth: 'ready' });
    expect(parent.postMessage).not.toHaveBeenCalled();
  });

  it('is heard only from its origin and its window', () => {
    const token = vi.fn();
    around().listen({ token });
    hear('https://evil.example', parent, { firth: 'token', value: 'x' });
    hear(SHOP, {}, { firth: 'token', value: 'x' });
    hear(SHOP, parent, { firth: 'toString', value: 'x' });
    expect(token).not.toHaveBeenCalled();
    hear(SHOP, parent, { firth: 'token', value: 't' });
    expect(token).toHaveBeenCalledExactlyOnceWith('t');
  });
});

import { describe, expect, it } from 'vitest';
import { brandOf, contrast, parse } from './colour';

const on = (one: string, other: string) => contrast(parse(one)!, parse(other)!);

describe('a brand’s colour', () => {
  it('can be read on, and read itself, whatever it is', () => {
    for (let hue = 0; hue < 4096; hue += 7) {
      const digits = hue.toString(16).padStart(3, '0');
      const colour = `#${[...digits].map((digit) => digit + digit).join('')}`;
      const { light, dark } = brandOf(colour)!;
      expect(on(light.fill, light.ink)).toBeGreaterThanOrEqual(4.5);
      expect(on(light.line, '#ffffff')).toBeGreaterThanOrEqual(4.4);
      expect(on(dark.line, '#15191c')).toBeGreaterThanOrEqual(4.4);
    }
  });

  it('stays as it was chosen where that can be read', () => {
    expect(brandOf('#0C6780')?.light).toEqual({ fill: '#0c6780', ink: '#ffffff', line: '#0c6780' });
  });

  it('is nothing where it is no colour', () => {
    for (const odd of [null, undefined, '', 'red', '#12', '#0c6780; }', 'url(x)'])
      expect(brandOf(odd)).toBeNull();
  });
});

type Rgb = [number, number, number];

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
/** The surfaces that the brand's colour is read on, see tokens.css. */
const surfaces = { light: white, dark: [21, 25, 28] as Rgb };
/** WCAG 2.2, 1.4.3. */
const readable = 4.5;

export type Brand = { fill: string; ink: string; line: string };

/**
 * One colour of a shop, made fit for both themes: what is written on it and what is written in it can be
 * read, however it was chosen. Null where it is not a colour.
 */
export function brandOf(colour: string | null | undefined): Record<'light' | 'dark', Brand> | null {
  const fill = parse(colour);
  if (!fill) return null;
  const fit = (theme: 'light' | 'dark'): Brand => {
    const towards = theme === 'light' ? black : white;
    let line = fill;
    for (let share = 0.05; contrast(line, surfaces[theme]) < readable; share += 0.05) {
      line = mix(fill, towards, share);
    }
    return { fill: hex(fill), ink: hex(inkOn(fill)), line: hex(line) };
  };
  return { light: fit('light'), dark: fit('dark') };
}

export function contrast(one: Rgb, other: Rgb): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

export function parse(colour: string | null | undefined): Rgb | null {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour ?? '');
  return digits ? (digits.slice(1).map((pair) => parseInt(pair, 16)) as Rgb) : null;
}

const inkOn = (fill: Rgb): Rgb => (contrast(fill, white) >= readable ? white : black);

const hex = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, at) => part + ((to[at] ?? 0) - part) * Math.min(1, share)) as Rgb;

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

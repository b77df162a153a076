/** Colours as `#rrggbb`, weighed as WCAG 2.2 does ("relative luminance", "contrast ratio"). */

export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is read best on the colour: white or nearly black. */
export const inkOn = (color: string): string =>
  contrast(color, '#ffffff') >= contrast(color, '#14191d') ? '#ffffff' : '#14191d';

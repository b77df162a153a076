/** How a channel counts what may be written. */
export type Measure = 'code_points' | 'graphemes' | 'utf16' | 'bytes';

let graphemes: Intl.Segmenter | undefined;
let encoder: TextEncoder | undefined;

/** The length of a text as the channel measures it. */
export function lengthOf(text: string, measure: Measure): number {
  switch (measure) {
    case 'utf16':
      return text.length;
    case 'code_points':
      return [...text].length;
    case 'bytes':
      encoder ??= new TextEncoder();
      return encoder.encode(text).length;
    case 'graphemes': {
      graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      let count = 0;
      for (const _ of graphemes.segment(text)) count += 1;
      return count;
    }
  }
}

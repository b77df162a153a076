import written from './emoji.txt?raw';

/** What people send to and get from a shop. In the file a name follows the sign, then more words it is found by. */
export type Emoji = { sign: string; name: string; words: string[] };

export const emojis: readonly Emoji[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [its = '', more = ''] = line.split('|');
    const cut = its.indexOf(' ');
    const name = its.slice(cut + 1);
    return { sign: its.slice(0, cut), name, words: `${name} ${more}`.trim().split(/\s+/) };
  });

/** Those that have a word beginning with each word of the text; whose name begins so come first. */
export function emojisFor(text: string): readonly Emoji[] {
  const wanted = text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  const [first] = wanted;
  if (first === undefined) return emojis;
  const rank = ({ name, words }: Emoji) =>
    name.startsWith(first) ? 0 : words[0]?.startsWith(first) ? 1 : 2;
  return emojis
    .filter(({ words }) => wanted.every((part) => words.some((word) => word.startsWith(part))))
    .toSorted((a, b) => rank(a) - rank(b));
}

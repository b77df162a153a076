/**
 * The little formatting that a reply may have, written as people write it anyway: `**bold**`, `_italic_`,
 * `[label](https://…)`, lines that begin with `- `, `1. ` or `> `. The text stays readable where HTML is not.
 */

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

const link = /\[([^\][]+)\]\((https?:\/\/[^\s()]+|mailto:[^\s()]+)\)/;
const bold = /\*\*(?=\S)(.+?\S?)\*\*/;
const italic = /(^|[\s(])_(?=\S)([^_]*[^_\s])_(?=$|[\s).,;:!?])/;
const sign = new RegExp([link, bold, italic].map(({ source }) => source).join('|'), 'g');

/** A stretch of a line: its words, or something made of stretches. */
export type Piece =
  string | { tag: 'strong' | 'em'; pieces: Piece[] } | { tag: 'a'; href: string; pieces: Piece[] };

function inline(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(sign)) {
    const [whole, label, href, strong, before = '', em = ''] = match;
    pieces.push(text.slice(from, match.index) + before);
    if (label && href) pieces.push({ tag: 'a', href, pieces: inline(label) });
    else if (strong) pieces.push({ tag: 'strong', pieces: inline(strong) });
    else pieces.push({ tag: 'em', pieces: inline(em) });
    from = match.index + whole.length;
  }
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece !== '');
}

export type Block = { tag: 'p' | 'ul' | 'ol' | 'blockquote'; lines: Piece[][] };

const markers = [
  { tag: 'ul', at: /^\s*[-*•]\s+/ },
  { tag: 'ol', at: /^\s*\d{1,3}[.)]\s+/ },
  { tag: 'blockquote', at: /^>\s?/ },
] as const;

/** The text in paragraphs, lists and quotes, for whatever draws them. */
export function blocks(text: string): Block[] {
  const all: Block[] = [];
  let apart = true;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      apart = true;
      continue;
    }
    const marker = markers.find(({ at }) => at.test(line));
    const tag = marker?.tag ?? 'p';
    const its = inline(marker ? line.replace(marker.at, '') : line);
    const last = all.at(-1);
    if (last && !apart && last.tag === tag) last.lines.push(its);
    else all.push({ tag, lines: [its] });
    apart = false;
  }
  return all;
}

/** Whether the text has any formatting: without any, plain text says it all. */
export const isFormatted = (text: string): boolean =>
  text.search(sign) >= 0 ||
  text.split('\n').some((line) => markers.some(({ at }) => at.test(line)));

const html = (pieces: Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return escape(piece);
      const href = piece.tag === 'a' ? ` href="${escape(piece.href)}"` : '';
      return `<${piece.tag}${href}>${html(piece.pieces)}</${piece.tag}>`;
    })
    .join('');

export function toHtml(text: string): string {
  return blocks(text.trim())
    .map(({ tag, lines }) =>
      tag === 'ul' || tag === 'ol'
        ? `<${tag}>${lines.map((line) => `<li>${html(line)}</li>`).join('')}</${tag}>`
        : `<${tag}>${lines.map(html).join('<br>')}</${tag}>`,
    )
    .join('');
}

const words = (pieces: Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : words(piece.pieces))).join('');

/** The words alone, in one line. */
export const toText = (text: string): string =>
  blocks(text)
    .flatMap(({ lines }) => lines.map(words))
    .join(' ');

export type Format = 'bold' | 'italic' | 'link' | 'list' | 'quote';

type Edit = { text: string; from: number; to: number };

const around: Partial<Record<Format, string>> = { bold: '**', italic: '_' };
const before: Partial<Record<Format, string>> = { list: '- ', quote: '> ' };

/** The text and the selection after one press of a formatting button; pressing again takes it away. */
export function formatted({ text, from, to }: Edit, format: Format): Edit {
  const chosen = text.slice(from, to);
  const sign = around[format];
  if (sign) {
    const has = text.slice(from - sign.length, from) === sign && text.slice(to).startsWith(sign);
    return has
      ? {
          text: text.slice(0, from - sign.length) + chosen + text.slice(to + sign.length),
          from: from - sign.length,
          to: to - sign.length,
        }
      : {
          text: text.slice(0, from) + sign + chosen + sign + text.slice(to),
          from: from + sign.length,
          to: to + sign.length,
        };
  }
  const mark = before[format];
  if (mark) {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const lines = text.slice(start, to).split('\n');
    const all = lines.every((line) => line.startsWith(mark));
    const changed = lines.map((line) => (all ? line.slice(mark.length) : mark + line)).join('\n');
    const end = start + changed.length;
    return { text: text.slice(0, start) + changed + text.slice(to), from: end, to: end };
  }
  const address = 'https://';
  const label = chosen || 'text';
  const at = from + label.length + 3;
  return {
    text: `${text.slice(0, from)}[${label}](${address})${text.slice(to)}`,
    from: at,
    to: at + address.length,
  };
}

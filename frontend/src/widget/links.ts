export type Piece = string | { href: string; label: string };

const address =
  /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'…])|([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/gi;

/** The text in pieces, with what can be followed. Only http, https and mailto are ever a link. */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const [label, web] = match;
    pieces.push(text.slice(from, match.index));
    pieces.push({ href: web ?? `mailto:${label}`, label });
    from = match.index + label.length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '');
}

/** An address that somebody else has written, where it is safe to follow. */
export function safeAddress(url: string | null | undefined): string | null {
  try {
    const { protocol, href } = new URL(url ?? '');
    return /^(https?|mailto):$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}

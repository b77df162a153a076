/** One address out of what a person typed or pasted. */
export type Written = { value: string; name: string | null };

const plausible = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u;

/** Whether mail could go there, as far as its form tells; the server knows better. */
export const isAddress = (value: string): boolean => plausible.test(value);

/** Commas in quotes or within angle brackets part nothing. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  let quoted = false;
  let bracket = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === '<') bracket = true;
    if (!quoted && letter === '>') bracket = false;
    if (!quoted && !bracket && /[,;\n\r\t]/.test(letter)) {
      found.push(piece);
      piece = '';
    } else {
      piece += letter;
    }
  }
  return [...found, piece].map((one) => one.trim()).filter(Boolean);
}

function one(text: string): Written {
  const named = /^(.*?)\s*<\s*([^<>]*)\s*>$/.exec(text);
  if (!named) return { value: text, name: null };
  const name = (named[1] ?? '').replace(/^"|"$/g, '').replaceAll('\\"', '"').trim();
  return { value: (named[2] ?? '').trim(), name: name === '' ? null : name };
}

/** `Ada <ada@a.example>, bo@b.example` taken apart; several bare addresses may be parted by blanks alone. */
export function addressesIn(text: string): Written[] {
  return pieces(text).flatMap((piece) => {
    const words = piece.split(/\s+/);
    return words.length > 1 && words.every(isAddress) ? words.map(one) : [one(piece)];
  });
}

export const sameAddress = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/** Earlier ones stay; an address is in the list once. */
export function withAddresses<T extends { value: string }>(
  known: readonly T[],
  more: readonly T[],
): T[] {
  return more.reduce<T[]>(
    (all, next) => (all.some(({ value }) => sameAddress(value, next.value)) ? all : [...all, next]),
    [...known],
  );
}

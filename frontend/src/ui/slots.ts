/** A place in a text that waits for a value, such as `{{order}}`, and where it stands. */
export type Slot = { written: string; name: string; from: number; to: number };

/** The server refuses a reply by the same pattern: problem `reply.unfilled_slot`. */
const pattern = /\{\{ {0,4}(\p{L}[\p{L}\p{N}_.-]{0,63}) {0,4}\}\}/gu;

/** What is not filled in, from the beginning to the end. */
export const slotsIn = (text: string): Slot[] =>
  [...text.matchAll(pattern)].map(({ 0: written, 1: name = '', index }) => ({
    written,
    name,
    from: index,
    to: index + written.length,
  }));

/** A slot's name as it is spoken: `contact.first_name` is "contact first name". */
export const slotWords = ({ name }: Slot): string => name.replace(/[_.-]+/g, ' ').trim();

/** A text cut at its slots, in order. */
export function slotted(text: string): (string | Slot)[] {
  let reached = 0;
  const pieces = slotsIn(text).flatMap((slot) => {
    const before = text.slice(reached, slot.from);
    reached = slot.to;
    return [before, slot];
  });
  return [...pieces, text.slice(reached)].filter((piece) => piece !== '');
}

import type { Item } from '../api/types';

/** A row as it is shown: `gone` when it has left the list but is still in its place. */
export type Row = { item: Item; gone: boolean };

/** How many of the numbers must move so that the rest is in rising order. */
function outOfOrder(numbers: number[]): number {
  const tails: number[] = [];
  for (const number of numbers) {
    const at = tails.findIndex((tail) => tail >= number);
    if (at < 0) tails.push(number);
    else tails[at] = number;
  }
  return numbers.length - tails.length;
}

/**
 * The rows in the order in which they were frozen, with their present content. What is new at the end is
 * added, for it moves nothing. `waiting` is how many rows would appear, leave or move if the present order were shown.
 */
export function held(frozen: Item[], present: Item[]): { rows: Row[]; waiting: number } {
  const now = new Map(present.map((item, index) => [item.id, { item, index }]));
  const known = new Set(frozen.map((item) => item.id));
  const rows: Row[] = frozen.map((item) => {
    const found = now.get(item.id);
    return { item: found?.item ?? item, gone: !found };
  });
  const places = frozen.flatMap((item) => now.get(item.id)?.index ?? []);
  const end = Math.max(-1, ...places);
  const fresh = present.filter((item) => !known.has(item.id));
  const below = fresh.filter((item) => (now.get(item.id)?.index ?? 0) > end);
  const gone = rows.filter((row) => row.gone).length;
  return {
    rows: [...rows, ...below.map((item) => ({ item, gone: false }))],
    waiting: gone + outOfOrder(places) + fresh.length - below.length,
  };
}

/** What outlives the page: the visitor's token, messages not yet sent, small choices. */
export type Memory = {
  get: (key: string) => string | undefined;
  /** Null forgets. */
  set: (key: string, value: string | null) => void;
  keys: () => string[];
};

/** Begins with what was kept; `keep` is told of every change, and need not succeed. */
export function remembering(
  kept: Record<string, string>,
  keep: (key: string, value: string | null) => void,
): Memory {
  const values = new Map(Object.entries(kept));
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      if (value === null) values.delete(key);
      else values.set(key, value);
      keep(key, value);
    },
    keys: () => [...values.keys()],
  };
}

import { useEffect, useState } from 'react';

/** Long enough to read a board from afar. */
export const turnMs = 20_000;

/** The next of so many; the first one where there are fewer by now. */
export const following = (at: number, count: number): number => (at + 1 < count ? at + 1 : 0);

/**
 * Which board of several is shown, one after another; it stays while it is held. Without a turn it is the one that was
 * chosen.
 */
export function useRotation(boards: (string | null)[], chosen: string | null, isTurning: boolean) {
  const [at, setAt] = useState<number | null>(null);
  const [isHeld, setHeld] = useState(false);
  const first = Math.max(0, boards.indexOf(chosen));
  const current = at === null || at >= boards.length ? first : at;
  const count = boards.length;
  useEffect(() => {
    if (!isTurning || isHeld || count < 2) return;
    const timer = setTimeout(() => setAt(following(current, count)), turnMs);
    return () => clearTimeout(timer);
  }, [isTurning, isHeld, current, count]);
  return {
    team: isTurning ? (boards[current] ?? null) : chosen,
    at: current,
    isHeld,
    hold: { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) },
    show: setAt,
  };
}

export type Rotation = ReturnType<typeof useRotation>;

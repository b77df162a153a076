import type { MouseEvent } from 'react';
import { useEffect, useRef, useState } from 'react';

/** Long enough to read a board from afar. */
export const turnMs = 20_000;

/** The next of so many; the first one where there are fewer by now. */
export const following = (at: number, count: number): number => (at + 1 < count ? at + 1 : 0);

/** A pointer that has been left lying on the board for so long holds it no more. */
export const stillMs = 30_000;
const oftenMs = 1000;

/** Whether a pointer is moved over something. */
function useHeld() {
  const [held, setHeld] = useState<number | null>(null);
  const last = useRef({ x: -1, y: -1 });
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => setHeld(null), stillMs);
    return () => clearTimeout(timer);
  }, [held]);
  const onMouseMove = ({ clientX: x, clientY: y }: MouseEvent) => {
    // browsers tell of a move too when something moves under a pointer that lies still
    const isFirst = last.current.x < 0;
    const isMoved = x !== last.current.x || y !== last.current.y;
    last.current = { x, y };
    if (!isFirst && isMoved) setHeld(Math.floor(Date.now() / oftenMs));
  };
  return { isHeld: held !== null, hold: { onMouseMove, onMouseLeave: () => setHeld(null) } };
}

/**
 * Which board of several is shown, one after another; it stays while a pointer is moved over it. Without a turn it is the
 * one that was chosen.
 */
export function useRotation(boards: (string | null)[], chosen: string | null, isTurning: boolean) {
  const [at, setAt] = useState<number | null>(null);
  const { isHeld, hold } = useHeld();
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
    hold,
    show: setAt,
  };
}

export type Rotation = ReturnType<typeof useRotation>;

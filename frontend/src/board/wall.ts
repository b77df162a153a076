import { useSyncExternalStore } from 'react';

/** The size at which a board is drawn, before it is enlarged to that of its screen. */
const drawn = { width: 1280, height: 720 };

/** How much a board is enlarged, so that what is read at a desk is read from across a room; never made smaller. */
export const enlarged = (width: number, height: number): number =>
  Math.max(1, Math.floor(Math.min(width / drawn.width, height / drawn.height) * 100) / 100);

const watch = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

/** How much a board is enlarged on this screen. */
export const useEnlarged = (): number =>
  useSyncExternalStore(watch, () => enlarged(window.innerWidth, window.innerHeight));

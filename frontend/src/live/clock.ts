import { useSyncExternalStore } from 'react';

let offsetMs = 0;

export function setClockOffset(ms: number): void {
  offsetMs = ms;
}

/** The server's time, as far as the browser can tell. */
export const serverNow = (): number => Date.now() + offsetMs;

function everySecond() {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let now = serverNow();
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      if (!timer) now = serverNow();
      timer ??= setInterval(() => {
        now = serverNow();
        for (const tell of listeners) tell();
      }, 1000);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    now: () => now,
  };
}

const clock = everySecond();

/**
 * The server's time, which ticks. `every` is the step in milliseconds: a row that shows minutes is drawn
 * again only when the minute changes.
 */
export function useNow(every = 30_000): number {
  return useSyncExternalStore(clock.subscribe, () => Math.floor(clock.now() / every) * every);
}

import { useSyncExternalStore } from 'react';
import type { Wants } from './notices';
import { usualWants } from './notices';

const prefix = 'firth.wants.';
const known = new Map<string, Wants>();
const listeners = new Set<() => void>();

export function wantsOf(agent: string): Wants {
  const cached = known.get(agent);
  if (cached) return cached;
  let wants = usualWants;
  try {
    wants = {
      ...usualWants,
      ...(JSON.parse(localStorage.getItem(prefix + agent) ?? '{}') as object),
    };
  } catch {
    // what cannot be read is as if nothing had been chosen
  }
  known.set(agent, wants);
  return wants;
}

export function want(agent: string, change: Partial<Wants>): void {
  const wants = { ...wantsOf(agent), ...change };
  known.set(agent, wants);
  try {
    localStorage.setItem(prefix + agent, JSON.stringify(wants));
  } catch {
    // a browser that keeps nothing still follows the choice until it is closed
  }
  for (const listener of listeners) listener();
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWants = (agent: string): Wants => useSyncExternalStore(watch, () => wantsOf(agent));

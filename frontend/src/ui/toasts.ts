import { useSyncExternalStore } from 'react';

export type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'bad';
  undo?: () => void;
};

const shownMs = { plain: 10_000, good: 4000, bad: 8000 };

let next = 1;
let toasts: Toast[] = [];
const listeners = new Set<() => void>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

function set(list: Toast[]) {
  toasts = list;
  for (const listener of listeners) listener();
}

export function dismiss(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  set(toasts.filter((toast) => toast.id !== id));
}

/** Says something at the foot of the page; a newer offer to undo replaces the older one. */
export function toast(
  text: string,
  options: { tone?: Toast['tone']; undo?: () => void } = {},
): void {
  const its: Toast = {
    id: next++,
    text,
    tone: options.tone ?? 'plain',
    ...(options.undo ? { undo: options.undo } : {}),
  };
  for (const older of toasts) if (older.undo && its.undo) dismiss(older.id);
  set([...toasts.slice(-2), its]);
  const ms = its.undo ? shownMs.plain : shownMs[its.tone === 'plain' ? 'good' : its.tone];
  timers.set(
    its.id,
    setTimeout(() => dismiss(its.id), ms),
  );
}

/** Undoes what the newest toast offers; says whether there was anything. */
export function undoLast(): boolean {
  const last = toasts.findLast(({ undo }) => undo);
  if (!last) return false;
  dismiss(last.id);
  last.undo?.();
  return true;
}

export const useToasts = (): Toast[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );

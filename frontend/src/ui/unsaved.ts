import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';

const forms = new Set<object>();
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether some form on the page holds what nobody saved yet. */
export const isUnsaved = (): boolean => forms.size > 0;
export const useAnyUnsaved = (): boolean => useSyncExternalStore(watch, isUnsaved);

/**
 * Says that a form holds something unsaved, so that leaving the page is asked about. What it returns lets go
 * at once: a form that was saved calls it before it leads elsewhere.
 */
export function useUnsaved(dirty: boolean): () => void {
  const form = useRef({});
  const letGo = useCallback(() => {
    forms.delete(form.current);
    tell();
  }, []);
  useEffect(() => {
    if (!dirty) return undefined;
    forms.add(form.current);
    tell();
    return letGo;
  }, [dirty, letGo]);
  return letGo;
}

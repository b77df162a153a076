import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { macrosQuery } from '../api/macros';
import type { Macro } from '../api/types';
import type { Slash } from './macroText';
import { macrosFor, slashAt } from './macroText';

const mostShown = 7;

/** Looks for a macro while `/…` is typed; keys that the list understands do not reach the field. */
export function useSlash(
  field: RefObject<HTMLTextAreaElement | null>,
  onPick: (macro: Macro, slash: Slash) => void,
) {
  const { data: macros = [] } = useQuery(macrosQuery);
  const [slash, setSlash] = useState<Slash | null>(null);
  const [active, setActive] = useState(0);
  const shown = slash ? macrosFor(macros, slash.text).slice(0, mostShown) : [];
  const at = Math.min(active, shown.length - 1);

  const pick = (macro: Macro | undefined) => {
    if (!macro || !slash) return;
    setSlash(null);
    onPick(macro, slash);
  };
  return {
    shown,
    at,
    pick,
    point: setActive,
    look: () => {
      const element = field.current;
      if (!element) return;
      const { value, selectionStart, selectionEnd } = element;
      setSlash(selectionStart === selectionEnd ? slashAt(value, selectionStart) : null);
      setActive(0);
    },
    close: () => setSlash(null),
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (shown.length === 0 || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setActive((at + step + shown.length) % shown.length);
      else if (event.key === 'Escape') setSlash(null);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.metaKey && !event.ctrlKey)
        pick(shown[at]);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export type Slashing = ReturnType<typeof useSlash>;

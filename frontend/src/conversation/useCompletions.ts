import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { macrosQuery } from '../api/macros';
import type { Macro } from '../api/types';
import type { Emoji } from '../ui/emoji';
import type { Asked } from './macroText';
import { askedAt, macrosFor, snippetsFor } from './macroText';

const mostShown = 7;

/** A word this long is meant; before that a line end after `:` or `:p` is a line end. */
const meantFrom = 2;

const emojiQuery = {
  queryKey: ['emoji'],
  queryFn: () => import('../ui/emoji').then(({ emojisFor }) => emojisFor),
  staleTime: Infinity,
};

export type Completion =
  { by: 'macro' | 'snippet'; id: string; macro: Macro } | { by: 'emoji'; id: string; emoji: Emoji };

/** Looks for what is asked for while it is typed; keys that the list understands do not reach the field. */
export function useCompletions(
  field: RefObject<HTMLTextAreaElement | null>,
  onPick: (its: Completion, asked: Asked) => void,
) {
  const { data: macros = [] } = useQuery(macrosQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [walked, setWalked] = useState<number | null>(null);
  const { data: emojisFor } = useQuery({ ...emojiQuery, enabled: asked?.by === 'emoji' });

  const found = (): Completion[] => {
    if (!asked) return [];
    const { by, text } = asked;
    if (by === 'emoji') {
      const emojis = emojisFor?.(text) ?? [];
      return emojis.slice(0, mostShown).map((emoji) => ({ by, id: emoji.sign, emoji }));
    }
    const those = by === 'macro' ? macrosFor(macros, text) : snippetsFor(macros, text);
    return those.slice(0, mostShown).map((macro) => ({ by, id: macro.id, macro }));
  };
  const shown = found();
  const first = asked?.by === 'emoji' && asked.text.length < meantFrom ? -1 : 0;
  const at = Math.min(walked ?? first, shown.length - 1);

  const pick = (its: Completion | undefined) => {
    if (!its || !asked) return;
    setAsked(null);
    onPick(its, asked);
  };
  return {
    shown,
    at,
    pick,
    point: setWalked,
    look: () => {
      const element = field.current;
      if (!element) return;
      const { value, selectionStart, selectionEnd } = element;
      setAsked(selectionStart === selectionEnd ? askedAt(value, selectionStart) : null);
      setWalked(null);
    },
    close: () => setAsked(null),
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (shown.length === 0 || event.nativeEvent.isComposing) return false;
      const enters = event.key === 'Enter' || event.key === 'Tab';
      if (event.key === 'ArrowDown') setWalked((at + 1) % shown.length);
      else if (event.key === 'ArrowUp')
        setWalked((Math.max(at, 0) - 1 + shown.length) % shown.length);
      else if (event.key === 'Escape') setAsked(null);
      else if (enters && at >= 0 && !event.metaKey && !event.ctrlKey) pick(shown[at]);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export type Completing = ReturnType<typeof useCompletions>;

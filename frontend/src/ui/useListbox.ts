import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import { usePreferences } from './preferences';

/** A field that keeps the focus while the arrow keys walk a list; Enter takes what they stand on. */
export function useListbox(count: number, onPick: (index: number) => void, columns = 1) {
  const id = useId();
  const [active, setActive] = useState(0);
  const at = Math.min(active, count - 1);
  const along = usePreferences().direction === 'rtl' ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ...(columns > 1 ? { ArrowRight: along, ArrowLeft: -along } : {}),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      const next = (at + step + count) % count;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (at >= 0) onPick(at);
    }
  };

  return {
    at,
    /** Back to the first, since the list is another one. */
    restart: () => setActive(0),
    field: {
      role: 'combobox',
      'aria-expanded': true,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': at >= 0 ? `${id}-${at}` : undefined,
      autoComplete: 'off',
      onKeyDown,
    },
    list: { id: `${id}-list`, role: 'listbox' },
    option: (index: number) => ({
      id: `${id}-${index}`,
      role: 'option',
      onClick: () => onPick(index),
      onPointerMove: () => setActive(index),
    }),
  } as const;
}

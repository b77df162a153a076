import type { RefObject } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Item } from '../api/types';
import { useOwnChanges } from '../live/changes';
import { held } from './hold';

const idleMs = 2000;

/**
 * Rows that do not jump under the pointer: while the list is hovered, used by keyboard or scrolled, their
 * order stays until the agent applies it or has been idle at the top for two seconds.
 */
export function useHeldRows(items: Item[], scroller: RefObject<HTMLElement | null>) {
  const [frozen, setFrozen] = useState<Item[] | null>(null);
  const latest = useRef(items);
  const idle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const inUse = useRef(false);

  useEffect(() => {
    latest.current = items;
  });

  const freeze = useCallback(() => setFrozen((before) => before ?? latest.current), []);
  const apply = useCallback(() => setFrozen(inUse.current ? latest.current : null), []);

  const settle = useCallback(() => {
    clearTimeout(idle.current);
    idle.current = setTimeout(() => {
      if ((scroller.current?.scrollTop ?? 0) === 0) apply();
    }, idleMs);
  }, [apply, scroller]);

  useEffect(() => () => clearTimeout(idle.current), []);

  // an own change is shown when its optimistic rows have been drawn
  useOwnChanges(useCallback(() => void setTimeout(apply), [apply]));

  const handlers = useMemo(() => {
    const use = () => {
      inUse.current = true;
      freeze();
      settle();
    };
    const leave = () => {
      inUse.current = false;
      if ((scroller.current?.scrollTop ?? 0) === 0) setFrozen(null);
    };
    return {
      onPointerEnter: use,
      onPointerMove: use,
      onPointerLeave: leave,
      onKeyDown: use,
      onBlur: leave,
      onScroll: () => {
        if ((scroller.current?.scrollTop ?? 0) > 0) freeze();
        else if (!inUse.current) setFrozen(null);
      },
    };
  }, [freeze, settle, scroller]);

  const shown = useMemo(
    () =>
      frozen
        ? held(frozen, items)
        : { rows: items.map((item) => ({ item, gone: false })), waiting: 0 },
    [frozen, items],
  );

  // what waits is shown once nobody has moved for a while
  useEffect(() => {
    if (shown.waiting > 0) settle();
  }, [shown.waiting, settle]);

  return { ...shown, apply, handlers };
}

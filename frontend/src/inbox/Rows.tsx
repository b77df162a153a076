import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, RefObject } from 'react';
import { useCallback, useEffect } from 'react';
import { labelsQuery, meQuery, statusesQuery } from '../api/queries';
import { useNow } from '../live/clock';
import { usePhone, usePreferences } from '../ui/preferences';
import { t } from '../ui/text';
import type { Row as HeldRow } from './hold';
import { Row, rowHeights } from './Row';
import { SwipeRow } from './SwipeRow';

type RowsProps = {
  rows: HeldRow[];
  cursor: string | null;
  openId: string | null;
  selected: ReadonlySet<string>;
  showStatus: boolean;
  scroller: RefObject<HTMLDivElement | null>;
  onOpen: (id: string) => void;
  onEnter: () => void;
  onMove: (step: number, extend: boolean) => void;
  onSelect: (id: string, range: boolean) => void;
  onEnd: () => void;
};

export function focusRow(id: string): void {
  requestAnimationFrame(() => document.getElementById(`row-${id}`)?.focus({ preventScroll: true }));
}

/** The list itself: only the rows in sight are in the page, and one of them can be reached by Tab. */
export function Rows(props: RowsProps) {
  const { rows, cursor, scroller, onMove, onEnd, onSelect } = props;
  const { density } = usePreferences();
  const { data: statuses = [] } = useQuery(statusesQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: me } = useQuery(meQuery);
  const now = useNow();
  const phone = usePhone();
  const height = rowHeights[density];

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: useCallback(() => scroller.current, [scroller]),
    estimateSize: useCallback(() => height, [height]),
    getItemKey: useCallback((index: number) => rows[index]?.item.id ?? index, [rows]),
    overscan: 6,
  });

  useEffect(() => {
    virtual.measure();
  }, [virtual, height]);

  const at = rows.findIndex(({ item }) => item.id === cursor);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // only a moved cursor scrolls, not a row that moves under it
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor]);

  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 8) onEnd();
  }, [last, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onMove(step, event.shiftKey);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      props.onEnter();
    } else if (event.key === ' ' && cursor) {
      event.preventDefault();
      onSelect(cursor, event.shiftKey);
    }
  };

  const first = at >= 0 ? cursor : rows[0]?.item.id;
  return (
    <div
      role="grid"
      aria-label={t('inbox.list')}
      aria-rowcount={rows.length}
      onKeyDown={onKeyDown}
      className="relative w-full"
      style={{ height: virtual.getTotalSize() }}
    >
      {shown.map(({ index, key, start }) => {
        const row = rows[index];
        if (!row) return null;
        const { item, gone } = row;
        const shownRow = (
          <Row
            item={item}
            index={index}
            gone={gone}
            density={density}
            open={item.id === props.openId}
            focusable={item.id === first}
            selected={props.selected.has(item.id)}
            selecting={props.selected.size > 0}
            showStatus={props.showStatus}
            status={statuses.find(({ id }) => id === item.status)?.name ?? item.status}
            labels={labels}
            me={me?.id}
            now={now}
            onOpen={props.onOpen}
            onSelect={onSelect}
          />
        );
        return (
          <div
            key={key}
            role="presentation"
            className="absolute inset-x-0 top-0"
            style={{ height, transform: `translateY(${start}px)` }}
          >
            {phone ? <SwipeRow item={item}>{shownRow}</SwipeRow> : shownRow}
          </div>
        );
      })}
    </div>
  );
}

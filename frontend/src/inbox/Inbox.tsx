import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Filter } from '../api/list';
import type { Item } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { Button } from '../ui/Button';
import { Keys } from '../ui/Keys';
import { usePreferences } from '../ui/preferences';
import { useCommands } from '../ui/shortcuts';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { BulkBar } from './BulkBar';
import { EmptyList } from './EmptyList';
import { ListHead } from './ListHead';
import { rowHeights } from './Row';
import { focusRow, Rows } from './Rows';
import { useHeldRows } from './useHeldRows';
import { useList } from './useList';

type InboxProps = {
  filter: Filter;
  title: ReactNode;
  openId: string | null;
  onOpen: (id: string) => void;
  onEnter: () => void;
  onFilter: (change: Partial<Filter>) => void;
  /** Tells the order of the rows as they are shown. */
  onOrder: (ids: string[]) => void;
};

const none: Item[] = [];

function matches(item: Item, text: string): boolean {
  const words = `${nameOf(item)} ${item.contact.address} ${subjectOf(item)} ${item.preview ?? ''} #${item.number} ${item.labels.join(' ')}`;
  return words.toLowerCase().includes(text.trim().toLowerCase());
}

function Skeleton() {
  const { density } = usePreferences();
  return (
    <div aria-busy="true" aria-label={t('ui.loading')} className="animate-pulse">
      {Array.from({ length: 9 }, (_, index) => (
        <div
          key={index}
          className="flex items-center gap-3 border-b border-line px-3.5"
          style={{ height: rowHeights[density] }}
        >
          {density !== 'line' && <Bar className="size-9 rounded-full!" />}
          <div className="flex flex-1 flex-col gap-2">
            <Bar className="h-3 w-2/5" />
            {density !== 'line' && <Bar className="h-3 w-4/5" />}
          </div>
        </div>
      ))}
    </div>
  );
}

/** The list of one view: what came, what waits, and what to take next. */
export function Inbox(props: InboxProps) {
  const { filter, openId, onOpen, onFilter, onOrder } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [filterOpen, setFilterOpen] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const lastPlace = useRef(0);
  const { query, more, failure } = useList(filter);

  const all = query.data?.items ?? none;
  const items = useMemo(
    () => (text ? all.filter((item) => matches(item, text)) : all),
    [all, text],
  );
  const { rows, waiting, apply, handlers } = useHeldRows(items, scroller);
  const order = useMemo(() => rows.filter((row) => !row.gone).map(({ item }) => item.id), [rows]);

  useEffect(() => {
    onOrder(order);
  }, [order, onOrder]);
  useEffect(() => {
    setSelected(new Set());
    setText(null);
    scroller.current?.scrollTo({ top: 0 });
  }, [filter.view, filter.tab, filter.label, filter.sort]);

  const place = openId === null ? -1 : order.indexOf(openId);
  useEffect(() => {
    if (place >= 0) lastPlace.current = place;
  }, [place]);

  const go = (step: number) => {
    // when the open one has left the list, the next one stands in its place
    const from = place >= 0 ? place : lastPlace.current - (step > 0 ? 1 : 0);
    const to = order[Math.max(0, Math.min(order.length - 1, from + step))];
    if (!to) return null;
    onOpen(to);
    focusRow(to);
    return to;
  };

  const select = useCallback(
    (id: string, range: boolean) => {
      setSelected((before) => {
        const next = new Set(before);
        const from = anchor.current === null ? -1 : order.indexOf(anchor.current);
        if (range && from >= 0) {
          const to = order.indexOf(id);
          for (const its of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(its);
        } else if (!next.delete(id)) {
          next.add(id);
        }
        return next;
      });
      anchor.current = id;
    },
    [order],
  );

  const move = (step: number, extend: boolean) => {
    if (extend && openId) select(openId, true);
    const to = go(step);
    if (extend && to) select(to, true);
  };

  useCommands([
    { id: 'next', keys: ['j'], label: t('command.next'), group: t('group.list'), run: () => go(1) },
    {
      id: 'previous',
      keys: ['k'],
      label: t('command.previous'),
      group: t('group.list'),
      run: () => go(-1),
    },
    {
      id: 'select',
      keys: ['x'],
      label: t('command.select'),
      group: t('group.list'),
      run: () => openId && select(openId, false),
    },
    {
      id: 'find',
      keys: ['Mod+Shift+f'],
      label: t('inbox.find'),
      group: t('group.list'),
      run: () => setText((now) => now ?? ''),
    },
    {
      id: 'filter',
      keys: ['f'],
      label: t('inbox.filter'),
      group: t('group.list'),
      run: () => setFilterOpen(true),
    },
    { id: 'apply', keys: ['.'], label: t('command.apply'), group: t('group.list'), run: apply },
    {
      id: 'selectAll',
      keys: ['Mod+a'],
      label: t('command.selectAll'),
      group: t('group.list'),
      run: () => setSelected(new Set(order)),
    },
  ]);

  const chosen = all.filter(({ id }) => selected.has(id));
  const loaded = query.data !== undefined;

  return (
    <section
      aria-label={t('inbox.list')}
      className="relative flex h-full min-h-0 flex-col bg-panel"
    >
      {chosen.length > 0 ? (
        <BulkBar items={chosen} onDone={() => setSelected(new Set())} />
      ) : (
        <ListHead
          filter={filter}
          title={props.title}
          onFilter={onFilter}
          text={text}
          onText={setText}
          filterOpen={filterOpen}
          onFilterOpen={setFilterOpen}
          scroller={scroller}
        />
      )}
      {waiting > 0 && (
        <div className="pointer-events-none absolute inset-x-0 top-24 z-10 flex justify-center">
          <button
            type="button"
            onClick={apply}
            className="figures pointer-events-auto flex h-8 items-center gap-2 rounded-full bg-brand px-3.5 text-small font-medium text-on-brand shadow-lift animate-enter"
          >
            <ArrowUp size={14} aria-hidden="true" />
            {t('inbox.updates', { count: waiting })}
            <Keys keys="." />
          </button>
        </div>
      )}
      <div
        ref={scroller}
        className={`relative min-h-0 flex-1 overflow-y-auto overscroll-contain ${query.isError && loaded ? 'opacity-60' : ''}`}
        {...handlers}
      >
        {!loaded && query.isPending && <Skeleton />}
        {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {loaded && rows.length === 0 && text && (
          <p className="p-6 text-center text-small text-ink-3">{t('inbox.noMatch', { text })}</p>
        )}
        {loaded && rows.length === 0 && !text && (
          <EmptyList filter={filter} onFilter={onFilter} onOpen={onOpen} />
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            cursor={openId}
            openId={openId}
            selected={selected}
            showStatus={filter.tab === 'all'}
            scroller={scroller}
            onOpen={onOpen}
            onEnter={props.onEnter}
            onMove={move}
            onSelect={select}
            onEnd={() => void more()}
          />
        )}
        {loaded && rows.length > 0 && (
          <p className="figures flex items-center justify-center gap-2 p-4 text-meta text-ink-3">
            {failure ? (
              <Button size="small" onClick={() => void more()}>
                {t('ui.tryAgain')}
              </Button>
            ) : query.data.next ? (
              t('inbox.loadingMore')
            ) : (
              t('inbox.allLoaded', { count: all.length })
            )}
          </p>
        )}
      </div>
    </section>
  );
}

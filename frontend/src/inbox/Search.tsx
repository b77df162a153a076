import { useInfiniteQuery } from '@tanstack/react-query';
import { History, Search as SearchIcon, SearchX, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Found } from '../api/search';
import { searchPage } from '../api/search';
import { Button, IconButton } from '../ui/Button';
import { Bar, Empty, Failed } from '../ui/States';
import { t } from '../ui/text';
import { resultId, SearchResults } from './SearchResults';
import {
  chips,
  forgetSearches,
  hasChip,
  recentSearches,
  rememberSearch,
  withChip,
} from './searchSyntax';

const pauseMs = 250;

type SearchProps = {
  /** What is searched for; it stands in the page's address. */
  text: string;
  onText: (text: string) => void;
  onOpen: (conversation: string, seq?: number) => void;
  /** On a phone, the way back. */
  back: ReactNode;
};

/** What is typed becomes what is searched for when typing rests. */
function useTyped(text: string, onText: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    if (text === asked.current) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      onText(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, onText]);
  return [typed, setTyped] as const;
}

function Recent({ onPick }: { onPick: (text: string) => void }) {
  const [recent, setRecent] = useState(recentSearches);
  return (
    <div className="px-5 py-2">
      {recent.length > 0 && (
        <section aria-label={t('search.recent')} className="mb-5">
          <h2 className="flex items-center gap-2 pb-1 text-meta font-semibold text-ink-3">
            <span className="flex-1">{t('search.recent')}</span>
            <button
              type="button"
              onClick={() => {
                forgetSearches();
                setRecent([]);
              }}
              className="min-h-6 rounded-sm px-1 font-normal hover:text-ink"
            >
              {t('search.forget')}
            </button>
          </h2>
          <ul className="-mx-2">
            {recent.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  onClick={() => onPick(text)}
                  className="flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-start hover:bg-hover"
                >
                  <History size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
                  <span className="truncate">{text}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="pb-1 text-meta font-semibold text-ink-3">{t('search.syntax')}</h2>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5 text-small text-ink-2">
        {['phrase', 'number', 'from', 'tag', 'inbox', 'dates', 'more'].map((name) => (
          <div key={name} className="contents">
            <dt className="font-mono text-meta/5 text-ink">{t(`search.example.${name}`)}</dt>
            <dd>{t(`search.means.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Everything that was ever written, found by number, person or words. */
export function Search({ text, onText, onOpen, back }: SearchProps) {
  const [typed, setTyped] = useTyped(text, onText);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const wanted = text.trim();
  const query = useInfiniteQuery({
    queryKey: ['search', wanted],
    queryFn: ({ pageParam, signal }) => searchPage(wanted, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: wanted !== '',
    staleTime: 10_000,
    retry: false,
  });
  const found = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const at = Math.min(active, found.length - 1);

  const open = (its: Found | undefined, seq = its?.matches[0]?.seq) => {
    if (!its) return;
    rememberSearch(wanted);
    onOpen(its.item.id, seq);
  };
  const pick = (next: string) => {
    setTyped(next);
    setActive(0);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = Math.max(0, Math.min(found.length - 1, at + step));
      setActive(next);
      document.getElementById(resultId(id, next))?.scrollIntoView({ block: 'nearest' });
      if (next >= found.length - 3 && query.hasNextPage) void query.fetchNextPage();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      rememberSearch(typed);
      if (typed.trim() === wanted) open(found[at]);
      else onText(typed);
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      pick('');
    }
  };

  return (
    <section aria-label={t('search.title')} className="flex h-full min-h-0 flex-col bg-panel">
      <h1 className="sr-only">{t('search.title')}</h1>
      <div className="shrink-0 border-b border-line">
        <div className="mx-auto max-w-[860px] px-5 pt-4 pb-3 max-tablet:px-3 max-tablet:pt-2">
          <div className="flex items-center gap-1">
            {back}
            <div className="flex h-11 min-w-0 flex-1 items-center gap-2.5 rounded-lg border border-control px-3 focus-within:border-brand focus-within:ring-2 focus-within:ring-brand/20">
              <SearchIcon size={17} className="shrink-0 text-ink-3" aria-hidden="true" />
              <input
                ref={field}
                role="combobox"
                aria-expanded={found.length > 0}
                aria-controls={`${id}-list`}
                aria-activedescendant={found[at] ? resultId(id, at) : undefined}
                aria-label={t('search.placeholder')}
                placeholder={t('search.placeholder')}
                autoFocus
                autoComplete="off"
                spellCheck={false}
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value);
                  setActive(0);
                }}
                onKeyDown={onKeyDown}
                className="h-full min-w-0 flex-1 bg-transparent text-write outline-none"
              />
              {typed !== '' && (
                <IconButton label={t('search.clear')} className="size-7!" onClick={() => pick('')}>
                  <X size={15} />
                </IconButton>
              )}
            </div>
          </div>
          <div
            role="group"
            aria-label={t('search.syntax')}
            className="mt-2.5 flex flex-wrap gap-1.5"
          >
            {chips.map((chip) => (
              <button
                key={chip}
                type="button"
                aria-pressed={hasChip(typed, chip)}
                onClick={() => pick(withChip(typed, chip))}
                className="h-6 rounded-full border border-line-strong px-2.5 font-mono text-meta text-ink-2 hover:bg-hover hover:text-ink aria-pressed:border-brand-line aria-pressed:bg-brand-soft aria-pressed:text-brand-strong"
              >
                {chip}
              </button>
            ))}
          </div>
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[860px] pt-2">
          <p role="status" className="sr-only">
            {query.isSuccess && t('search.found', { count: found.length })}
          </p>
          {wanted === '' && <Recent onPick={pick} />}
          {wanted !== '' && query.isPending && (
            <div aria-busy="true" aria-label={t('ui.loading')} className="animate-pulse px-5">
              {[0, 1, 2, 3].map((row) => (
                <div key={row} className="flex gap-3 py-3">
                  <Bar className="size-9 rounded-full!" />
                  <div className="flex flex-1 flex-col gap-2 pt-1">
                    <Bar className="h-3 w-1/3" />
                    <Bar className="h-3 w-3/4" />
                  </div>
                </div>
              ))}
            </div>
          )}
          {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          {query.isSuccess && found.length === 0 && (
            <div className="h-72">
              <Empty
                icon={SearchX}
                title={t('search.none', { text: wanted })}
                text={t('search.noneText')}
              >
                <Button onClick={() => pick('')}>{t('search.clear')}</Button>
              </Empty>
            </div>
          )}
          {found.length > 0 && (
            <SearchResults id={id} found={found} at={at} onPoint={setActive} onOpen={open} />
          )}
          {query.hasNextPage && (
            <div className="flex justify-center pb-6">
              <Button
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('search.more')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ArrowDownWideNarrow, ListFilter, Search, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Filter, Sort, Tab } from '../api/list';
import { labelsQuery } from '../api/queries';
import { IconButton } from '../ui/Button';
import { Menu, MenuChoice, MenuLine, MenuTitle } from '../ui/Menu';
import { t } from '../ui/text';

const tabs: Tab[] = ['open', 'pending', 'snoozed', 'resolved', 'all'];
const sorts: Sort[] = ['activity', 'waiting', 'oldest'];

type ListHeadProps = {
  filter: Filter;
  title: ReactNode;
  onFilter: (change: Partial<Filter>) => void;
  text: string | null;
  onText: (text: string | null) => void;
  filterOpen: boolean;
  onFilterOpen: (open: boolean) => void;
  scroller: RefObject<HTMLDivElement | null>;
};

function useScrolled(scroller: RefObject<HTMLDivElement | null>): boolean {
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    const look = () => setScrolled((element?.scrollTop ?? 0) > 0);
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [scroller]);
  return scrolled;
}

export function ListHead(props: ListHeadProps) {
  const { filter, onFilter, text, onText } = props;
  const { data: labels = [] } = useQuery(labelsQuery);
  const filtered = filter.label !== undefined || filter.tab === 'spam';
  const scrolled = useScrolled(props.scroller);

  return (
    <div className={`shrink-0 border-b ${scrolled ? 'border-line-strong' : 'border-line'}`}>
      <div className="flex h-12 items-center gap-0.5 pe-2 ps-3.5">
        <div className="flex min-w-0 flex-1 items-center">{props.title}</div>
        <IconButton
          label={t('inbox.find')}
          keys="Mod+Shift+f"
          pressed={text !== null}
          onClick={() => onText(text === null ? '' : null)}
        >
          <Search size={16} />
        </IconButton>
        <Menu
          open={props.filterOpen}
          onOpenChange={props.onFilterOpen}
          trigger={
            <IconButton label={t('inbox.filter')} keys="f" pressed={filtered}>
              <ListFilter size={16} />
            </IconButton>
          }
        >
          <MenuTitle>{t('inbox.filterLabel')}</MenuTitle>
          {labels.map(({ name, color }) => (
            <MenuChoice
              key={name}
              checked={filter.label === name}
              onSelect={() => onFilter({ label: filter.label === name ? undefined : name })}
            >
              <span className="flex items-center gap-2">
                <span className="size-2.5 rounded-full" style={{ backgroundColor: color }} />
                {name}
              </span>
            </MenuChoice>
          ))}
          <MenuLine />
          <MenuChoice
            checked={filter.tab === 'spam'}
            onSelect={() => onFilter({ tab: filter.tab === 'spam' ? 'open' : 'spam' })}
          >
            {t('tab.spam')}
          </MenuChoice>
        </Menu>
        <Menu
          trigger={
            <IconButton label={t('inbox.sort', { by: t(`sort.${filter.sort}`) })}>
              <ArrowDownWideNarrow size={16} />
            </IconButton>
          }
        >
          <MenuTitle>{t('inbox.sortBy')}</MenuTitle>
          {sorts.map((sort) => (
            <MenuChoice
              key={sort}
              checked={filter.sort === sort}
              onSelect={() => onFilter({ sort })}
            >
              {t(`sort.${sort}`)}
            </MenuChoice>
          ))}
        </Menu>
      </div>
      {text !== null && (
        <div className="flex items-center gap-2 px-3.5 pb-2">
          <input
            autoFocus
            type="search"
            aria-label={t('inbox.find')}
            placeholder={t('inbox.findPlaceholder')}
            value={text}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onText(null);
            }}
            className="h-8 min-w-0 flex-1 rounded-md border border-control bg-panel px-2.5 outline-none focus:border-brand max-tablet:text-write"
          />
        </div>
      )}
      <div className="flex items-center gap-0.5 px-2" role="group" aria-label={t('inbox.tabs')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-pressed={filter.tab === tab}
            onClick={() => onFilter({ tab })}
            className={`relative h-9 rounded-md px-2 text-small transition-colors max-tablet:flex-1 ${filter.tab === tab ? 'font-semibold text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full after:bg-brand' : 'text-ink-2 hover:text-ink'}`}
          >
            {t(`tab.${tab}`)}
          </button>
        ))}
        {filtered && (
          <button
            type="button"
            onClick={() =>
              onFilter({ label: undefined, ...(filter.tab === 'spam' ? { tab: 'open' } : {}) })
            }
            className="ms-auto flex h-6 items-center gap-1 rounded-full bg-brand-soft px-2 text-meta font-medium text-brand-strong"
          >
            {filter.label ?? t('tab.spam')}
            <X size={12} aria-label={t('inbox.clear')} />
          </button>
        )}
      </div>
    </div>
  );
}

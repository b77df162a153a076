import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Bell,
  ChartLine,
  ChevronDown,
  Gauge,
  Keyboard,
  Search,
  Settings,
  SquarePen,
} from 'lucide-react';
import { isSupervisor, meQuery } from '../api/queries';
import { Avatar } from '../ui/Avatar';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuTitle } from '../ui/Menu';
import { run } from '../ui/shortcuts';
import { t } from '../ui/text';
import { capped, useViews } from './views';

export function ViewTitle({ view }: { view: string }) {
  const { main, teams, title } = useViews();
  const count = [...main, ...teams].find(({ id }) => id === view)?.count ?? null;
  return (
    <h1 className="flex min-w-0 items-baseline gap-2 text-title font-semibold">
      <span className="truncate">{title(view)}</span>
      {count !== null && (
        <span className="figures text-small font-normal text-ink-3">{capped(count)}</span>
      )}
    </h1>
  );
}

/** On a phone the title is where one goes elsewhere. */
export function PhoneTitle({ view }: { view: string }) {
  const { main, teams, title } = useViews();
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate();
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="flex h-10 min-w-0 items-center gap-1.5 rounded-md text-title font-semibold"
          >
            {me && <Avatar name={me.name} size="small" className="me-1" />}
            <h1 className="truncate">{title(view)}</h1>
            <ChevronDown size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
          </button>
        }
      >
        {main.map((one) => (
          <MenuChoice
            key={one.id}
            checked={one.id === view}
            onSelect={() => void navigate({ to: '/inbox/$view', params: { view: one.id } })}
          >
            <span className="flex items-center gap-2.5">
              <one.icon size={16} className="text-ink-3" />
              <span className="flex-1">{one.name}</span>
              <span className="figures text-small text-ink-3">
                {one.count === null ? '' : capped(one.count)}
              </span>
            </span>
          </MenuChoice>
        ))}
        {teams.length > 0 && <MenuTitle>{t('view.teams')}</MenuTitle>}
        {teams.map((one) => (
          <MenuChoice
            key={one.id}
            checked={one.id === view}
            onSelect={() => void navigate({ to: '/inbox/$view', params: { view: one.id } })}
          >
            <span className="flex items-center gap-2.5">
              <one.icon size={16} className="text-ink-3" />
              <span className="flex-1">{one.name}</span>
              <span className="figures text-small text-ink-3">
                {one.count === null ? '' : capped(one.count)}
              </span>
            </span>
          </MenuChoice>
        ))}
        <MenuLine />
        <MenuItem icon={<Search size={16} />} onSelect={() => run('search')}>
          {t('command.search')}
        </MenuItem>
        <MenuItem icon={<SquarePen size={16} />} onSelect={() => setTimeout(() => run('begin'))}>
          {t('command.begin')}
        </MenuItem>
        {isSupervisor(me) && (
          <MenuItem icon={<Gauge size={16} />} onSelect={() => void navigate({ to: '/board' })}>
            {t('command.board')}
          </MenuItem>
        )}
        <MenuItem icon={<ChartLine size={16} />} onSelect={() => void navigate({ to: '/reports' })}>
          {t('command.reports')}
        </MenuItem>
        <MenuItem icon={<Bell size={16} />} onSelect={() => setTimeout(() => run('notices'))}>
          {t('command.notices')}
        </MenuItem>
        <MenuItem icon={<Settings size={16} />} onSelect={() => void navigate({ to: '/settings' })}>
          {t('settings.title')}
        </MenuItem>
        <MenuItem
          icon={<Keyboard size={16} />}
          onSelect={() =>
            void navigate({ to: '/settings/$section', params: { section: 'profile' } })
          }
        >
          {t('settings.profile')}
        </MenuItem>
      </Menu>
    </>
  );
}

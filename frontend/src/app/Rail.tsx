import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { ChartLine, Gauge, PanelLeft, Search, Settings, SquarePen } from 'lucide-react';
import { isDead } from '../api/channels';
import { channelsQuery, isSupervisor, meQuery, siteQuery } from '../api/queries';
import type { Channel } from '../api/types';
import { IconButton } from '../ui/Button';
import { Hint } from '../ui/Hint';
import { Keys } from '../ui/Keys';
import { prefer } from '../ui/preferences';
import { run } from '../ui/shortcuts';
import { t } from '../ui/text';
import { ConnectionDot } from './Connection';
import { Mark } from './Gate';
import { MyMenu } from './MyMenu';
import type { View } from './views';
import { capped, useViews } from './views';

/** How many accounts do not work; nobody is told by the stream, so it is asked for now and then. */
const deadChannels = {
  ...channelsQuery,
  select: (accounts: Channel[]) => accounts.filter(isDead).length,
  refetchInterval: 60_000,
};

const entry =
  'flex h-8 items-center gap-2.5 rounded-md text-small text-ink-2 transition-colors hover:bg-pressed hover:text-ink';
const here = 'bg-pressed! text-ink! font-semibold';

function Entry({ view, wide }: { view: View; wide: boolean }) {
  const { icon: Icon, count } = view;
  return (
    <Hint text={view.name} side="right" {...(view.keys ? { keys: view.keys } : {})}>
      <Link
        to="/inbox/$view"
        params={{ view: view.id }}
        activeOptions={{ includeSearch: false }}
        activeProps={{ className: here, 'aria-current': 'page' }}
        aria-label={count === null ? view.name : t('view.withCount', { name: view.name, count })}
        className={`${entry} ${wide ? 'px-2.5' : 'h-11! flex-col justify-center gap-0.5!'}`}
      >
        <Icon size={16} className="shrink-0" />
        {wide && <span className="flex-1 truncate">{view.name}</span>}
        {count !== null && count > 0 && (
          <span className={`figures text-ink-3 ${wide ? 'text-meta' : 'text-[11px]/3'}`}>
            {capped(count)}
          </span>
        )}
      </Link>
    </Hint>
  );
}

type PlaceProps = {
  to: '/board' | '/reports';
  name: string;
  keys: string;
  icon: LucideIcon;
  wide: boolean;
};

function Place({ to, name, keys, icon: Icon, wide }: PlaceProps) {
  return (
    <Hint text={name} side="right" keys={keys}>
      <Link
        to={to}
        activeOptions={{ exact: false, includeSearch: false }}
        activeProps={{ className: here, 'aria-current': 'page' }}
        aria-label={name}
        className={`${entry} ${wide ? 'px-2.5' : 'justify-center'}`}
      >
        <Icon size={16} className="shrink-0" />
        {wide && <span className="flex-1 truncate">{name}</span>}
      </Link>
    </Hint>
  );
}

/** Where to go; narrow it shows icons and counts only. */
export function Rail({ wide }: { wide: boolean }) {
  const { data: site } = useQuery(siteQuery);
  const { main, teams } = useViews();
  const { data: me } = useQuery(meQuery);
  const { data: dead = 0 } = useQuery(deadChannels);
  const trouble = dead > 0 ? t('app.trouble', { count: dead }) : null;
  return (
    <nav
      aria-label={t('app.views')}
      className={`flex h-full shrink-0 flex-col gap-4 border-e border-line bg-canvas py-2.5 ${wide ? 'w-[220px] px-2.5' : 'w-14 px-2'}`}
    >
      <div className={`flex items-center ${wide ? 'gap-2.5 ps-1' : 'flex-col gap-2'}`}>
        <Mark />
        {wide && (
          <span className="min-w-0 flex-1 truncate font-semibold">{site?.name ?? 'Firth'}</span>
        )}
        <IconButton
          label={t(wide ? 'command.foldRail' : 'command.unfoldRail')}
          keys="["
          onClick={() => prefer({ rail: wide ? 'narrow' : 'wide' })}
          className="size-7!"
        >
          <PanelLeft size={16} />
        </IconButton>
      </div>
      <div className={`flex gap-1.5 ${wide ? '' : 'flex-col'}`}>
        <Hint text={t('command.palette')} side="right" keys="Mod+k">
          <button
            type="button"
            aria-label={t('command.palette')}
            onClick={() => run('palette')}
            className={`flex h-8 min-w-0 flex-1 items-center rounded-md border border-line bg-panel text-small text-ink-3 transition-colors hover:border-line-strong hover:text-ink ${wide ? 'gap-2 px-2.5' : 'min-h-8 justify-center'}`}
          >
            <Search size={14} className="shrink-0" />
            {wide && (
              <>
                <span className="min-w-0 flex-1 truncate text-start">{t('app.search')}</span>
                <Keys keys="Mod+k" />
              </>
            )}
          </button>
        </Hint>
        <Hint text={t('command.begin')} side="right" keys="c">
          <button
            type="button"
            aria-label={t('command.begin')}
            onClick={() => run('begin')}
            className={`flex h-8 shrink-0 items-center justify-center rounded-md border border-line bg-panel text-ink-2 transition-colors hover:border-line-strong hover:text-ink ${wide ? 'w-8' : ''}`}
          >
            <SquarePen size={15} />
          </button>
        </Hint>
      </div>
      <ul className="flex flex-col gap-0.5">
        {main.map((view) => (
          <li key={view.id}>
            <Entry view={view} wide={wide} />
          </li>
        ))}
      </ul>
      {teams.length > 0 && (
        <div className="min-h-0 overflow-y-auto">
          {wide && (
            <h2 className="px-2.5 pb-1 text-meta font-medium text-ink-3">{t('view.teams')}</h2>
          )}
          <ul className="flex flex-col gap-0.5">
            {teams.map((view) => (
              <li key={view.id}>
                <Entry view={view} wide={wide} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-col gap-0.5">
        {isSupervisor(me) && (
          <Place to="/board" name={t('command.board')} keys="g b" icon={Gauge} wide={wide} />
        )}
        <Place to="/reports" name={t('command.reports')} keys="g r" icon={ChartLine} wide={wide} />
      </div>
      <div className="flex-1" />
      <div className="flex flex-col gap-0.5">
        <ConnectionDot wide={wide} />
        <Hint text={trouble ?? t('settings.title')} side="right">
          <Link
            to={trouble ? '/settings/$section' : '/settings'}
            params={{ section: 'channels' }}
            activeOptions={{ exact: false }}
            aria-label={[t('settings.title'), trouble].filter(Boolean).join(': ')}
            activeProps={{ className: here, 'aria-current': 'page' }}
            className={`${entry} ${wide ? 'px-2.5' : 'justify-center'}`}
          >
            <span className="relative shrink-0">
              <Settings size={16} />
              {trouble && !wide && (
                <span className="absolute -top-1 -inset-e-1 size-2.5 rounded-full border-2 border-canvas bg-bad" />
              )}
            </span>
            {wide && <span className="flex-1">{t('settings.title')}</span>}
            {wide && trouble && (
              <span className="figures rounded-full bg-bad px-1.5 text-[11px]/4.5 font-semibold text-on-bad">
                {dead}
              </span>
            )}
          </Link>
        </Hint>
        <MyMenu wide={wide} />
      </div>
    </nav>
  );
}

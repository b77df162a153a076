import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PanelLeft, Search, Settings } from 'lucide-react';
import { siteQuery } from '../api/queries';
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

/** Where to go; narrow it shows icons and counts only. */
export function Rail({ wide }: { wide: boolean }) {
  const { data: site } = useQuery(siteQuery);
  const { main, teams } = useViews();
  return (
    <nav
      aria-label={t('app.views')}
      className={`flex h-full shrink-0 flex-col gap-4 border-r border-line bg-canvas py-2.5 ${wide ? 'w-[220px] px-2.5' : 'w-14 px-2'}`}
    >
      <div className={`flex items-center ${wide ? 'gap-2.5 pl-1' : 'flex-col gap-2'}`}>
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
      <Hint text={t('command.palette')} side="right" keys="Mod+k">
        <button
          type="button"
          aria-label={t('command.palette')}
          onClick={() => run('palette')}
          className={`flex h-8 items-center rounded-md border border-line bg-panel text-small text-ink-3 transition-colors hover:border-line-strong hover:text-ink ${wide ? 'gap-2 px-2.5' : 'justify-center'}`}
        >
          <Search size={14} />
          {wide && (
            <>
              <span className="flex-1 text-left">{t('app.search')}</span>
              <Keys keys="Mod+k" />
            </>
          )}
        </button>
      </Hint>
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
      <div className="flex-1" />
      <div className="flex flex-col gap-0.5">
        <ConnectionDot wide={wide} />
        <Hint text={t('settings.title')} side="right">
          <Link
            to="/settings"
            aria-label={t('settings.title')}
            activeProps={{ className: here, 'aria-current': 'page' }}
            className={`${entry} ${wide ? 'px-2.5' : 'justify-center'}`}
          >
            <Settings size={16} className="shrink-0" />
            {wide && t('settings.title')}
          </Link>
        </Hint>
        <MyMenu wide={wide} />
      </div>
    </nav>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { isSupervisor, meQuery } from '../api/queries';
import { LiveProvider } from '../live/Live';
import { useNotices } from '../live/useNotices';
import { prefer, useMedia, usePhone, usePreferences } from '../ui/preferences';
import { useAllCommands, useCommands } from '../ui/shortcuts';
import { t } from '../ui/text';
import { setZone } from '../ui/time';
import { toast, undoLast } from '../ui/toasts';
import { ConnectionBanner } from './Connection';
import { Rail } from './Rail';

const palette = () => import('./Palette');
const begin = () => import('../conversation/NewConversation');
const search = () => import('./SearchPage');
const Palette = lazy(() => palette().then((its) => ({ default: its.Palette })));
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet').then((its) => ({ default: its.ShortcutSheet })),
);
const NoticeDialog = lazy(() =>
  import('./NoticeDialog').then((its) => ({ default: its.NoticeDialog })),
);
const NewConversation = lazy(() => begin().then((its) => ({ default: its.NewConversation })));

/** Once the first screen is there. */
const quietMs = 1000;

/** What a key opens and is typed into at once must be there by then, or the next letters would be commands. */
function useLoaded() {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [palette, search, begin]) void load();
    }, quietMs);
    return () => clearTimeout(timer);
  }, []);
}

function Frame() {
  const { rail } = usePreferences();
  const phone = usePhone();
  const roomy = useMedia('(min-width: 1180px)');
  const navigate = useNavigate();
  const commands = useAllCommands();
  const [over, setOver] = useState<'palette' | 'shortcuts' | 'notices' | 'begin' | null>(null);
  const { id = null } = useParams({ strict: false });
  const { wall = false } = useSearch({ strict: false });
  const { data: me } = useQuery(meQuery);
  const close = useCallback(() => setOver(null), []);
  const to = (view: string) => void navigate({ to: '/inbox/$view', params: { view } });
  const open = useCallback(
    (conversation: string) =>
      void navigate({ to: '/inbox/$view/$id', params: { view: 'all', id: conversation } }),
    [navigate],
  );
  useNotices(id, open);
  useLoaded();

  const group = t('group.everywhere');
  useCommands([
    {
      id: 'palette',
      keys: ['Mod+k'],
      label: t('command.palette'),
      group,
      inFields: true,
      run: () => setOver('palette'),
    },
    {
      id: 'shortcuts',
      keys: ['?'],
      label: t('command.shortcuts'),
      group,
      run: () => setOver('shortcuts'),
    },
    {
      id: 'search',
      keys: ['/'],
      label: t('command.search'),
      group,
      run: () => void navigate({ to: '/search', search: {} }),
    },
    { id: 'begin', keys: ['c'], label: t('command.begin'), group, run: () => setOver('begin') },
    {
      id: 'notices',
      keys: [],
      label: t('command.notices'),
      group,
      run: () => setOver('notices'),
    },
    {
      id: 'undo',
      keys: ['z'],
      label: t('command.undo'),
      group,
      run: () => undoLast() || toast(t('command.nothingToUndo')),
    },
    {
      id: 'mine',
      keys: ['g m'],
      label: t('command.mine'),
      group,
      run: () => to('mine'),
      hidden: true,
    },
    {
      id: 'unassigned',
      keys: ['g u'],
      label: t('command.unassigned'),
      group,
      run: () => to('unassigned'),
      hidden: true,
    },
    {
      id: 'all',
      keys: ['g a'],
      label: t('command.all'),
      group,
      run: () => to('all'),
      hidden: true,
    },
    ...(isSupervisor(me)
      ? [
          {
            id: 'board',
            keys: ['g b'],
            label: t('command.board'),
            group,
            run: () => void navigate({ to: '/board' }),
          },
        ]
      : []),
    {
      id: 'reports',
      keys: ['g r'],
      label: t('command.reports'),
      group,
      run: () => void navigate({ to: '/reports' }),
    },
    {
      id: 'settings',
      keys: ['g s'],
      label: t('settings.title'),
      group,
      run: () => void navigate({ to: '/settings' }),
    },
    {
      id: 'rail',
      keys: ['['],
      label: t('command.rail'),
      group,
      run: () => prefer({ rail: rail === 'wide' ? 'narrow' : 'wide' }),
    },
  ]);

  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        {!phone && !wall && <Rail wide={rail === 'wide' && roomy} />}
        <main className="h-full min-w-0 flex-1">
          <Outlet />
        </main>
      </div>
      <Suspense>
        {over === 'palette' && <Palette commands={commands} onClose={close} />}
        {over === 'shortcuts' && <ShortcutSheet commands={commands} onClose={close} />}
        {over === 'notices' && <NoticeDialog onClose={close} />}
        {over === 'begin' && (
          <NewConversation
            onClose={close}
            onBegun={(conversation) => {
              close();
              open(conversation);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

/** The page of a signed-in agent. */
export function Shell() {
  const { data: me } = useQuery(meQuery);
  setZone(me?.zone);
  useEffect(() => () => setZone(undefined), []);
  return (
    <LiveProvider>
      <Frame />
    </LiveProvider>
  );
}

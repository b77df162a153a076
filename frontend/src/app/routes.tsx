import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Sort, Tab } from '../api/list';
import { meQuery } from '../api/queries';
import { Problem } from '../api/request';
import { searchOf } from '../reports/question';
import { client } from './client';
import { Crash } from './Crash';
import { InboxPage } from './InboxPage';
import { lastView } from './lastView';
import { Shell } from './Shell';
import { SignIn } from './SignIn';

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const rootRoute = createRootRoute({ component: Outlet, errorComponent: Crash });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => {
    const to = word(search.to);
    // only a path of this page: nothing else may be gone to after signing in
    return to && /^\/(?![/\\])/.test(to) ? { to } : {};
  },
  component: SignIn,
});

const token = (search: Record<string, unknown>) => ({ token: word(search.token) ?? '' });

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./Setup'), 'Setup'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./Invitation'), 'Invitation'),
});

const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ location }) => {
    try {
      await client.ensureQueryData(meQuery);
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status !== 401) throw failure;
      const to = location.href;
      throw redirect({ to: '/sign-in', search: to === '/' ? {} : { to } });
    }
  },
  component: Shell,
  errorComponent: Crash,
});

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: lastView() } });
  },
});

const tabs: Tab[] = ['open', 'pending', 'snoozed', 'resolved', 'spam', 'all'];
const sorts: Sort[] = ['activity', 'oldest', 'waiting'];

export type InboxSearch = { tab?: Tab; sort?: Sort; label?: string };

const inboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/inbox/$view',
  validateSearch: (search): InboxSearch => {
    const tab = tabs.find((one) => one === search.tab);
    const sort = sorts.find((one) => one === search.sort);
    const label = word(search.label);
    return { ...(tab ? { tab } : {}), ...(sort ? { sort } : {}), ...(label ? { label } : {}) };
  },
  component: InboxPage,
});

const conversationRoute = createRoute({ getParentRoute: () => inboxRoute, path: '/$id' });

const searchRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/search',
  validateSearch: (search): { q?: string } => {
    // `#1043` in a link may be read as a number
    const q = word(typeof search.q === 'number' ? String(search.q) : search.q);
    return q ? { q } : {};
  },
  component: lazyRouteComponent(() => import('./SearchPage'), 'SearchPage'),
});

const boardRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/board',
  validateSearch: (search): { team?: string; wall?: true; rotate?: true } => {
    const team = word(search.team);
    const wall = search.wall === true || search.wall === 1;
    const rotate = wall && (search.rotate === true || search.rotate === 1);
    return { ...(team ? { team } : {}), ...(wall ? { wall } : {}), ...(rotate ? { rotate } : {}) };
  },
  component: lazyRouteComponent(() => import('./BoardPage'), 'BoardPage'),
});

const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wall',
  validateSearch: (search): { team?: string; rotate?: true } => {
    const team = word(search.team);
    const rotate = search.rotate === true || search.rotate === 1;
    return { ...(team ? { team } : {}), ...(rotate ? { rotate } : {}) };
  },
  component: lazyRouteComponent(() => import('./WallPage'), 'WallPage'),
});

const reportsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
});

const glossaryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/glossary',
  component: lazyRouteComponent(() => import('./GlossaryPage'), 'GlossaryPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
});

const sectionRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/$section',
  validateSearch: (search): { account?: string } => {
    const account = word(search.account);
    return account ? { account } : {};
  },
});

const itemRoute = createRoute({ getParentRoute: () => sectionRoute, path: '/$item' });

const tree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  invitationRoute,
  wallRoute,
  appRoute.addChildren([
    homeRoute,
    inboxRoute.addChildren([conversationRoute]),
    searchRoute,
    boardRoute,
    reportsRoute,
    glossaryRoute,
    settingsRoute.addChildren([sectionRoute.addChildren([itemRoute])]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  pathParamsAllowedCharacters: [':'],
  defaultNotFoundComponent: () => <Crash />,
});

declare module '@tanstack/react-router' {
  // the router's own way to learn the routes
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    router: typeof router;
  }
}

/** To the sign-in page, with the way back; what was fetched is forgotten. */
export function leave(): void {
  const { pathname, href } = router.state.location;
  if (/^\/(sign-in|setup|invitation|wall)/.test(pathname)) return;
  void router.navigate({ to: '/sign-in', search: { to: href } }).then(() => client.clear());
}

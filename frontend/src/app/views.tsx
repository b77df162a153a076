import { useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { CircleUserRound, Inbox, Layers, Users } from 'lucide-react';
import { countsQuery, meQuery, teamsQuery } from '../api/queries';
import { t } from '../ui/text';

export type View = {
  id: string;
  name: string;
  icon: LucideIcon;
  count: number | null;
  keys?: string;
};

const mostShown = 99;

/** A count that keeps its width. */
export const capped = (count: number): string => (count > mostShown ? `${mostShown}+` : `${count}`);

/** The views of the rail; the counts come by the stream. */
export function useViews(): { main: View[]; teams: View[]; title: (view: string) => string } {
  const { data: counts } = useQuery(countsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: me } = useQuery(meQuery);
  const main: View[] = [
    {
      id: 'mine',
      name: t('view.mine'),
      icon: CircleUserRound,
      count: counts?.mine ?? null,
      keys: 'g m',
    },
    {
      id: 'unassigned',
      name: t('view.unassigned'),
      icon: Inbox,
      count: counts?.unassigned ?? null,
      keys: 'g u',
    },
    { id: 'all', name: t('view.all'), icon: Layers, count: counts?.all ?? null, keys: 'g a' },
  ];
  const ofTeams: View[] = teams
    .filter((team) => !team.restricted || me?.role !== 'agent' || me.teams.includes(team.id))
    .map((team) => ({
      id: `team:${team.id}`,
      name: team.name,
      icon: Users,
      count: counts?.teams[team.id] ?? null,
    }));
  const all = [...main, ...ofTeams];
  return {
    main,
    teams: ofTeams,
    title: (view) => all.find(({ id }) => id === view)?.name ?? t('view.all'),
  };
}

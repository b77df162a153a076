import { useQuery } from '@tanstack/react-query';
import { labelsQuery, peopleQuery, statusesQuery, teamsQuery } from '../../api/queries';
import type { Names } from './macro';

/** Everything that a macro can name. */
export function useNames(): Names {
  const { data: statuses = [] } = useQuery(statusesQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  return { statuses, people, teams, labels };
}

import { useQuery } from '@tanstack/react-query';
import { labelsQuery, peopleQuery, teamsQuery, channelsQuery } from '../api/queries';
import type { Figure } from '../api/reports';
import { hourName } from '../figures/days';
import { knows, t } from '../ui/text';
import type { FilterName, Grouping, Step } from './question';
import { steps } from './question';

export type Named = { id: string; name: string };

const kinds = ['direct', 'mention', 'comment', 'review', 'call'];
const priorities = ['low', 'normal', 'high', 'urgent'];

const worded = (key: string, word: string): string => (knows(key) ? t(key) : word);

/** What can be filtered by, and what ids and words are called. */
export function useNames(): {
  choices: Record<FilterName, Named[]>;
  nameOf: (grouping: Grouping, value: string | null) => string;
} {
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: accounts = [] } = useQuery(channelsQuery);
  const channels = [...new Set(accounts.map(({ channel }) => channel))].sort();
  const choices = {
    channel: channels.map((id) => ({ id, name: worded(`reports.channelName.${id}`, id) })),
    team: teams,
    agent: people,
    label: labels.map(({ name }) => ({ id: name, name })),
    priority: priorities.map((id) => ({ id, name: t(`reports.priorityName.${id}`) })),
    kind: kinds.map((id) => ({ id, name: t(`reports.kindName.${id}`) })),
  };
  const nameOf = (grouping: Grouping, value: string | null): string => {
    if (value === null || value === '') return t(`reports.none.${grouping}`);
    if (grouping === 'outcome') return worded(`reports.outcomeName.${value}`, value);
    if (grouping === 'stage') return worded(`reports.stageName.${value}`, value);
    const found = choices[grouping].find(({ id }) => id === value)?.name;
    if (found) return found;
    if (grouping === 'channel') return worded(`reports.channelName.${value}`, value);
    return grouping === 'team' || grouping === 'agent' ? t(`reports.former.${grouping}`) : value;
  };
  return { choices, nameOf };
}

const ofDay = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );

/** A unit of time as it stands at an axis, or in full. */
export function timeName(step: Step, key: string, zone: string, full = false): string {
  switch (step) {
    case 'hour':
      return hourName(key, zone, full);
    case 'day':
      return ofDay(key, {
        day: 'numeric',
        month: 'short',
        ...(full ? { weekday: 'short', year: 'numeric' } : {}),
      });
    case 'week': {
      const from = ofDay(key, { day: 'numeric', month: 'short' });
      return full ? t('reports.weekOf', { from }) : from;
    }
    case 'month':
      return ofDay(`${key}-01`, { month: 'short', year: 'numeric' });
    case 'quarter':
      return key.split('-').reverse().join(' ');
    case 'year':
      return key;
  }
}

/** What a group of a report is called, all its parts. */
export function keyName(
  key: Figure['key'],
  zone: string,
  nameOf: (grouping: Grouping, value: string | null) => string,
): string {
  return Object.entries(key)
    .map(([part, value]) => {
      const step = steps.find((one) => one === part);
      return step && value !== null
        ? timeName(step, value, zone, true)
        : nameOf(part as Grouping, value);
    })
    .join(', ');
}

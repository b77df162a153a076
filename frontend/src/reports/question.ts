import type { Asked, Figure } from '../api/reports';
import type { Day } from '../figures/days';
import { addDays, daysBetween, hourMs, hoursBetween, monthOf, weekOf } from '../figures/days';

export const presets = ['today', '7d', '28d', 'month', 'last_month', 'custom'] as const;
export const steps = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export const groupings = [
  'channel',
  'team',
  'agent',
  'label',
  'priority',
  'kind',
  'stage',
  'outcome',
] as const;
export const filters = ['channel', 'team', 'agent', 'label', 'priority', 'kind'] as const;

/** What can be told by how a resolved cycle came out. */
const withOutcome = ['survey_response_rate', 'conversations_resolved'];

/** By what a figure can be grouped; some groupings only some figures have. */
export const groupingsOf = (metric: string): Grouping[] =>
  groupings.filter((one) => one !== 'outcome' || withOutcome.includes(metric));

export type Preset = (typeof presets)[number];
export type Step = (typeof steps)[number];
export type Grouping = (typeof groupings)[number];
export type FilterName = (typeof filters)[number];

/** What is asked, as it stands in the address of the page: a link to a report shows the same report. */
export type ReportSearch = {
  metric?: string;
  preset?: Preset;
  /** The first day and the last one, of a period of one's own. */
  from?: Day;
  until?: Day;
  hours?: 'business';
  by?: Step | 'none';
  group?: Grouping;
  /** By hours of the week instead of in the order of time. */
  view?: 'week';
} & Partial<Record<FilterName, string>>;

const one = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((word) => word === value);

const word = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const day = (value: unknown): Day | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !isNaN(Date.parse(value))
    ? value
    : undefined;

/** What can be made of an address; what makes no sense is left out. */
export function searchOf(search: Record<string, unknown>): ReportSearch {
  const found = {
    metric: word(search.metric) || undefined,
    preset: one(presets, search.preset),
    from: day(search.from),
    until: day(search.until),
    hours: one(['business'] as const, search.hours),
    by: one([...steps, 'none'] as const, search.by),
    group: one(groupings, search.group),
    view: one(['week'] as const, search.view),
    ...Object.fromEntries(filters.map((name) => [name, word(search[name])])),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as ReportSearch;
}

/** From the beginning of the first day up to the beginning of the second. */
export type Days = { from: Day; to: Day };

export function daysOf({ preset = '28d', from, until }: ReportSearch, today: Day): Days {
  const tomorrow = addDays(today, 1);
  switch (preset) {
    case 'today':
      return { from: today, to: tomorrow };
    case '7d':
      return { from: addDays(today, -6), to: tomorrow };
    case '28d':
      return { from: addDays(today, -27), to: tomorrow };
    case 'month':
      return { from: monthOf(today), to: monthOf(today, 1) };
    case 'last_month':
      return { from: monthOf(today, -1), to: monthOf(today) };
    case 'custom': {
      const first = from ?? addDays(today, -27);
      const last = until && until >= first ? until : first > today ? first : today;
      return { from: first, to: addDays(last, 1) };
    }
  }
}

/** The unit that fits the period, unless one was chosen. */
export function stepOf({ by }: ReportSearch, { from, to }: Days): Step | null {
  if (by === 'none') return null;
  const length = daysBetween(from, to);
  if (by && !(by === 'hour' && length > 31)) return by;
  if (length <= 2) return 'hour';
  if (length <= 62) return 'day';
  return length <= 400 ? 'week' : 'month';
}

/** The question without its groups: its answer is the headline. */
export function askedOf(search: ReportSearch, metric: string, days: Days, zone: string): Asked {
  const narrowed = filters.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    metric,
    from: days.from,
    to: days.to,
    zone,
    ...(search.hours ? { hours: search.hours } : {}),
    ...Object.fromEntries(narrowed),
  };
}

export function groupedBy(asked: Asked, step: Step | null, group: Grouping | undefined): Asked {
  const groups = [step, group].filter(Boolean).join(',');
  return groups ? { ...asked, group_by: groups } : asked;
}

/** When a unit of time, as it is named in a key, begins and ends: days, or instants where it is an hour. */
export function bounds(step: Step, key: string): { from: string; to: string } {
  switch (step) {
    case 'hour':
      return { from: key, to: new Date(Date.parse(key) + hourMs).toISOString() };
    case 'day':
      return { from: key, to: addDays(key, 1) };
    case 'week':
      return { from: key, to: addDays(key, 7) };
    case 'month':
      return { from: `${key}-01`, to: monthOf(`${key}-01`, 1) };
    case 'quarter': {
      const [year = '', quarter = '1'] = key.split('-Q');
      const first = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
      return { from: first, to: monthOf(first, 3) };
    }
    case 'year':
      return { from: `${key}-01-01`, to: `${Number(key) + 1}-01-01` };
  }
}

/** What is behind one group of a report: the question, narrowed to the group's key. */
export function groupAsked(asked: Asked, key: Figure['key']): Asked {
  let narrowed = asked;
  for (const [name, value] of Object.entries(key)) {
    const step = one(steps, name);
    if (!step) {
      narrowed = { ...narrowed, [name]: value ?? '' };
    } else if (value !== null) {
      const { from, to } = bounds(step, value);
      // a week or a month may reach out of the period
      const inside = step !== 'hour';
      narrowed = {
        ...narrowed,
        from: inside && from < asked.from ? asked.from : from,
        to: inside && to > asked.to ? asked.to : to,
      };
    }
  }
  return narrowed;
}

const keyOfDay: Record<Exclude<Step, 'hour'>, (day: Day) => string> = {
  day: (at) => at,
  week: weekOf,
  month: (at) => at.slice(0, 7),
  quarter: (at) => `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`,
  year: (at) => at.slice(0, 4),
};

/**
 * All units of the period in their order, also those in which nothing was counted, and none of the future. Of hours
 * those between the first and the last that has something.
 */
export function axisOf(step: Step, days: Days, today: Day, known: string[]): string[] {
  if (step === 'hour') {
    const times = known.map((key) => Date.parse(key)).filter((time) => !isNaN(time));
    if (times.length === 0) return [];
    return hoursBetween(Math.min(...times), Math.max(...times) + hourMs);
  }
  const last = days.to > today ? addDays(today, 1) : days.to;
  const keys = new Set<string>();
  for (let at = days.from; at < last; at = addDays(at, 1)) keys.add(keyOfDay[step](at));
  return [...keys];
}

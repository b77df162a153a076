import { queryOptions } from '@tanstack/react-query';
import { thing } from './queries';
import { request } from './request';

export type Unit = 'seconds' | 'count' | 'ratio' | 'number';

/** What a figure means, for whoever reads it. */
export type Meaning = {
  id: string;
  version: number;
  family: string;
  unit: Unit;
  formula: string;
  counted: string;
  name: string;
  /** The formula in words. */
  words: string;
  tells: string;
  does_not_tell: string;
  read_with: string[];
};

/** The figure of one group. Where nothing was counted there is no value. */
export type Figure = {
  /** What was grouped by; null where a fact has none. */
  key: Record<string, string | null>;
  n: number;
  value: number | null;
  mean?: number;
  median?: number;
  p90?: number;
  p99?: number;
  min?: number;
  max?: number;
  hits?: number;
  interval?: { low: number; high: number };
  /** How many of them may still change. */
  provisional?: number;
};

export type Report = {
  metric: string;
  version: number;
  unit: Unit;
  hours: 'wall' | 'business';
  from: string;
  to: string;
  zone: string;
  groups: Figure[];
  previous?: { from: string; to: string; groups: Figure[] };
};

/** One fact behind a figure. */
export type Fact = {
  conversation: string;
  number: number;
  subject: string;
  cycle: number;
  at: string;
  opened_by: number;
  closed_by: number | null;
  opened_at: string;
  closed_at: string | null;
  wall_seconds: number | null;
  business_seconds: number | null;
  amount: number | null;
  counts: boolean | null;
  stands: number | null;
  part: string | null;
  /** What the customer said, where the figure is of answers to a survey. */
  answer: Answer | null;
  dimensions: {
    account: string;
    channel: string;
    team: string | null;
    agent: string | null;
    labels: string[];
    priority: string;
    kind: string;
    stage: string | null;
  };
};

/** What was left out, or not asked, is null. */
export type Answer = {
  scale: string;
  score: number;
  comment: string | null;
  solved: boolean | null;
  helpful: boolean | null;
  comes_back: boolean | null;
};

export type FactPage = { items: Fact[]; next: string | null };

/** The parameters of a question; an empty word asks for what has none. */
export type Asked = {
  metric: string;
  from: string;
  to: string;
  zone?: string;
  hours?: 'wall' | 'business';
  group_by?: string;
  channel?: string;
  team?: string;
  agent?: string;
  label?: string;
  priority?: string;
  kind?: string;
  stage?: string;
  outcome?: string;
  /** How many seconds old what stands must be at the end of the period, and from how many on it is too old. */
  age_from?: string;
  age_to?: string;
};

/** What is behind a figure has no groups, and its metric stands in the path. */
function factsPath(asked: Asked): [string, URLSearchParams] {
  const query = new URLSearchParams(asked);
  query.delete('metric');
  query.delete('group_by');
  return [`/api/reports/metrics/${asked.metric}/intervals`, query];
}

export const meaningsQuery = thing<Meaning[]>('reports/metrics/definitions', Infinity);

/** Several figures asked for at once, under their ids. */
export async function reportsOf(
  metrics: string[],
  asked: Omit<Asked, 'metric'>,
  signal: AbortSignal,
): Promise<Partial<Record<string, Report>>> {
  const query = new URLSearchParams(asked);
  for (const metric of metrics) query.append('metric', metric);
  const found = await request<Report | Report[]>('GET', `/api/reports/metrics?${query}`, {
    signal,
  });
  return Object.fromEntries([found].flat().map((report) => [report.metric, report]));
}

export const reportQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['report', asked],
    queryFn: ({ signal }) =>
      request<Report>('GET', `/api/reports/metrics?${new URLSearchParams(asked)}`, { signal }),
    staleTime: 30_000,
  });

export function factsOf(
  asked: Asked,
  after: string | null,
  signal?: AbortSignal,
): Promise<FactPage> {
  const [path, query] = factsPath(asked);
  if (after) query.set('after', after);
  return request<FactPage>('GET', `${path}?${query}`, signal ? { signal } : {});
}

/** Where the file of the figures is. */
export const figuresFile = (asked: Asked): string =>
  `/api/reports/metrics?${new URLSearchParams(asked)}&format=csv`;

/** Where the file of the facts behind them is. */
export function factsFile(asked: Asked): string {
  const [path, query] = factsPath(asked);
  return `${path}?${query}&format=csv`;
}

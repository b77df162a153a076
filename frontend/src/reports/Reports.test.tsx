import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HintProvider } from '../ui/Hint';
import type { ReportSearch } from './question';
import { Reports } from './Reports';

const meaning = (id: string, unit: string, name: string, family: string) => ({
  id,
  version: 1,
  family,
  unit,
  formula: 'durations',
  counted: 'turn',
  name,
  words: `${name} in words.`,
  tells: 'How long customers wait.',
  does_not_tell: 'Whether it helped.',
  read_with: ['csat'],
});

const meanings = [
  meaning('response_time', 'seconds', 'Response time', 'efficiency'),
  meaning('csat', 'ratio', 'Customer satisfaction', 'quality'),
];

const durations = {
  n: 2,
  value: 420,
  mean: 420,
  median: 400,
  p90: 480,
  p99: 480,
  min: 360,
  max: 480,
};

let asked: URL[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (path: string) => {
    const url = new URL(path, 'http://localhost');
    asked.push(url);
    const { pathname, searchParams } = url;
    const metric = searchParams.get('metric');
    const body = pathname.endsWith('/definitions')
      ? meanings
      : pathname.endsWith('/intervals')
        ? { items: [], next: null }
        : pathname === '/api/site'
          ? { name: 'Firth', zone: 'Europe/Berlin', setup_needed: false, url: '' }
          : metric
            ? {
                metric,
                version: 1,
                unit: 'seconds',
                hours: 'wall',
                from: '2026-11-01T00:00:00Z',
                to: '2026-11-04T00:00:00Z',
                zone: 'Europe/Berlin',
                groups: [
                  {
                    ...durations,
                    key: searchParams.get('group_by') ? { day: '2026-11-02' } : {},
                  },
                ],
                previous: {
                  from: '',
                  to: '',
                  groups: [{ ...durations, key: {}, median: 500 }],
                },
              }
            : [];
    return new Response(JSON.stringify(body));
  });
});

const days = { preset: 'custom', from: '2026-11-01', until: '2026-11-03' } as const;

function show(search: ReportSearch) {
  const onSearch = vi.fn();
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <HintProvider>
        <Reports
          search={search}
          onSearch={onSearch}
          to={(_id, _seq, content) => content}
          toMetric={(_metric, content) => content}
          glossary={null}
          back={null}
        />
      </HintProvider>
    </QueryClientProvider>,
  );
  return onSearch;
}

const search: ReportSearch = { metric: 'response_time', ...days, by: 'day' };

describe('a report', () => {
  it('has the middle first, the slow end beside it, and the period before', async () => {
    show(search);
    const whole = within(await screen.findByRole('region', { name: 'The whole period' }));
    expect(await whole.findByRole('button', { name: 'Response time: 6m 40s' })).toBeTruthy();
    expect(whole.getByRole('button', { name: 'Response time, p90: 8m 00s' })).toBeTruthy();
    expect(whole.getByText('−20 % since')).toBeTruthy();
  });

  it('asks in the zone of the deployment, for whole days', async () => {
    show(search);
    await screen.findByRole('img', { name: /Response time, from/ });
    const grouped = asked.find(({ searchParams }) => searchParams.get('group_by'));
    expect(Object.fromEntries(grouped?.searchParams ?? [])).toEqual({
      metric: 'response_time',
      from: '2026-11-01',
      to: '2026-11-04',
      zone: 'Europe/Berlin',
      group_by: 'day',
    });
  });

  it('has a row for every day, also where nothing was counted', async () => {
    show(search);
    const tables = await screen.findAllByRole('table');
    const rows = within(tables[0]!).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('button')[0]?.textContent)).toEqual([
      '–',
      '6m 40s',
      '–',
    ]);
  });

  it('opens a group within its own time', async () => {
    show(search);
    await userEvent.click(await screen.findByRole('button', { name: /\b2\b.*Median: 6m 40s/ }));
    await screen.findByRole('dialog', { name: /^Response time: / });
    const behind = asked.find(({ pathname }) => pathname.endsWith('/intervals'))?.searchParams;
    expect([behind?.get('from'), behind?.get('to')]).toEqual(['2026-11-02', '2026-11-03']);
  });

  it('tells what the figure means, and finds another one', async () => {
    const onSearch = show(search);
    const its = within(await screen.findByRole('complementary', { name: 'What it means' }));
    expect(its.getByText('Whether it helped.')).toBeTruthy();
    expect(its.getByText('Customer satisfaction')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Figure: Response time' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Find a figure' }), 'satis{Enter}');
    expect(onSearch).toHaveBeenCalledWith({ ...search, metric: 'csat' });
  });
});

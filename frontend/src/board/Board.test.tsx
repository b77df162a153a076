import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveProvider } from '../live/Live';
import { HintProvider } from '../ui/Hint';
import { Board } from './Board';

/** The other end of the page's socket. */
class Line {
  static last: Line | undefined;
  readyState = 1;
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor() {
    Line.last = this;
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close() {
    this.readyState = 3;
  }
}

const meanings = [
  {
    id: 'backlog_waiting',
    version: 1,
    family: 'efficiency',
    unit: 'count',
    formula: 'standing',
    counted: 'turn',
    name: 'Waiting',
    words: 'Unanswered turns at the end of the period.',
    tells: '',
    does_not_tell: '',
    read_with: [],
  },
];

const fact = {
  conversation: 'c-1',
  number: 1043,
  subject: 'Refund',
  cycle: 1,
  at: '2026-11-27T10:00:00Z',
  opened_by: 3,
  closed_by: null,
  opened_at: '2026-11-27T10:00:00Z',
  closed_at: null,
  wall_seconds: null,
  business_seconds: null,
  amount: null,
  counts: null,
  stands: null,
  part: null,
  answer: null,
  dimensions: {
    account: 'a',
    channel: 'email',
    team: null,
    agent: null,
    labels: [],
    priority: 'normal',
    stage: null,
  },
};

let asked: string[] = [];

/** An hour ago three waited; at nine somebody waited for a minute until the first answer. */
function answerTo(query: URLSearchParams) {
  const reports = query.getAll('metric').map((metric) => ({
    metric,
    version: 1,
    unit: query.has('group_by') ? 'seconds' : 'count',
    hours: 'wall',
    from: `${new Date().toISOString().slice(0, 10)}T00:00:00Z`,
    to: '',
    zone: 'UTC',
    groups: query.has('group_by')
      ? [
          {
            key: { hour: `${new Date().toISOString().slice(0, 10)}T00:00:00Z` },
            ...{ n: 1, value: 60, mean: 60, median: 60, p90: 60, p99: 60, min: 60, max: 60 },
          },
        ]
      : [],
    previous: { from: '', to: '', groups: [{ key: {}, n: 3, value: 3 }] },
  }));
  return reports.length === 1 ? reports[0] : reports;
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const body = path.endsWith('/definitions')
      ? meanings
      : path.includes('/intervals')
        ? { items: [fact], next: null }
        : path.startsWith('/api/reports/metrics?')
          ? answerTo(new URLSearchParams(path.split('?')[1]))
          : path === '/api/teams'
            ? [{ id: 't-1', name: 'Orders', restricted: false, members: [] }]
            : path === '/api/site'
              ? { name: 'Firth', zone: 'UTC', setup_needed: false, url: '' }
              : [];
    return new Response(JSON.stringify(body));
  });
});

const tell = (frame: object) => Line.last?.onmessage?.({ data: JSON.stringify(frame) });
const state = (key: string, value: unknown) =>
  tell({
    op: 'state',
    stream: 'board:all',
    key: 'figures',
    value: { [key]: value },
    position: 7,
  });
const tile = (key: string, metric: string, unit: string, value: number | null) =>
  state(key, {
    key,
    metric,
    version: 1,
    unit,
    asked: { span: 'now' },
    figure: { key: {}, n: value ?? 0, value },
  });

async function show(wall = false, rotate = false) {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <HintProvider>
        <LiveProvider>
          <Board
            team={null}
            onTeam={() => {}}
            rotate={rotate}
            onRotate={() => {}}
            wall={wall}
            onWall={() => {}}
            to={(id, seq, content) => <a href={`/inbox/all/${id}#${seq}`}>{content}</a>}
            toChannel={(_id, content) => content}
            back={null}
          />
        </LiveProvider>
      </HintProvider>
    </QueryClientProvider>,
  );
  await act(async () => {
    Line.last?.onopen?.();
    tell({ op: 'welcome', server_time: new Date().toISOString(), heartbeat_ms: 15000, epoch: '1' });
    tile('waiting', 'backlog_waiting', 'count', 2);
    tile('longest_wait', 'oldest_wait', 'seconds', 1200);
    tile('resolved_hour', 'conversations_resolved', 'count', 1);
    tile('inflow', 'conversations_opened', 'count', 4);
    tile('csat_today', 'csat', 'ratio', null);
    state('waiting_since', new Date(Date.now() - 1_200_000).toISOString());
    state('queue', [{ team: null, name: null, counts: [1, 0, 1, 0] }]);
    state('agents', [{ agent: 'a-1', name: 'Bo Lindqvist', figures: {} }]);
    state('as_of', new Date().toISOString());
    await Promise.resolve();
  });
}

const card = (name: string) => within(screen.getByRole('region', { name }));

describe('the board', () => {
  it('follows its stream and shows what it is told', async () => {
    await show();
    expect(Line.last?.sent).toContainEqual({ op: 'subscribe', stream: 'board:all' });
    expect(card('Waiting now').getByRole('button', { name: 'Waiting now: 2' })).toBeTruthy();
    expect(card('Time to clear').getByText('Not clearing')).toBeTruthy();
  });

  it('says in words that a wait is long, and counts it by itself', async () => {
    await show();
    const wait = card('Longest wait');
    expect(wait.getByText('Over a quarter of an hour')).toBeTruthy();
    expect(wait.getByRole('button', { name: /^Longest wait: / }).textContent).toMatch(
      /^(19m 5|20m 0)\ds$/,
    );
  });

  it('shows no zero where nothing was counted', async () => {
    await show();
    const csat = card('CSAT today').getByRole('button', { name: /No value/ });
    expect(csat.textContent).toBe('–');
  });

  it('opens what is behind a number, with the way to the message and the file', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Waiting now: 2' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Waiting now' }));
    const links = await drawer.findAllByRole('link');
    expect(links[0]?.getAttribute('href')).toBe('/inbox/all/c-1#3');
    const file = drawer.getByRole('link', { name: /CSV/ }).getAttribute('href');
    expect(file).toMatch(
      /^\/api\/reports\/metrics\/backlog_waiting\/intervals\?from=.+&format=csv$/,
    );
    expect(asked.some((path) => path.includes('backlog_waiting/intervals?'))).toBe(true);
  });

  it('opens exactly those of a team who have waited so long', async () => {
    await show();
    await userEvent.click(
      screen.getByRole('button', { name: 'Waiting for No team, 15–60 min: 1' }),
    );
    await screen.findByRole('dialog', { name: 'Waiting for No team, 15–60 min' });
    const behind = asked.find((path) => path.includes('backlog_waiting/intervals?'));
    const query = new URLSearchParams(behind?.split('?')[1]);
    expect([query.get('team'), query.get('age_from'), query.get('age_to')]).toEqual([
      '',
      '900',
      '3600',
    ]);
  });

  it('compares what stands with an hour ago, and opens that too', async () => {
    await show();
    const earlier = await card('Waiting now').findByRole('button', {
      name: 'Waiting now, an hour ago: 3',
    });
    expect(card('Waiting now').getByText('(−33 %)')).toBeTruthy();
    await userEvent.click(earlier);
    await screen.findByRole('dialog', { name: 'Waiting now, an hour ago' });
    const behind = asked.find((path) => path.includes('backlog_waiting/intervals?'));
    const to = Date.parse(new URLSearchParams(behind?.split('?')[1]).get('to') ?? '');
    expect(Math.abs(Date.now() - 3_600_000 - to)).toBeLessThan(20_000);
  });

  it('says of every tile up to when it is told, and which versions a made-up figure is made of', async () => {
    await show();
    for (const name of ['Waiting now', 'Longest wait', 'Unassigned', 'Overdue', 'CSAT today']) {
      expect(card(name).getByTitle(/^Everything up to \d\d:\d\d:\d\d is in it/)).toBeTruthy();
    }
    await userEvent.hover(card('Time to clear').getByRole('button', { name: /Not clearing/ }));
    const hint = await screen.findByRole('tooltip');
    expect(hint.textContent).toContain('Made of Waiting version 1');
  });

  it('shows the first answers of today by hour, as a chart or as a table', async () => {
    await show();
    const responses = card('First response by hour, today');
    await responses.findByRole('img', { name: /^First response by hour, today, from/ });
    await userEvent.click(responses.getByRole('button', { name: 'Show as a table' }));
    await userEvent.click(responses.getByRole('button', { name: /00:00, Median: 1m 00s/ }));
    await screen.findByRole('dialog', { name: /^First response: / });
  });

  it('shows one team after another on a wall, and stays while a pointer is moved over it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await show(true, true);
      await screen.findByRole('button', { name: 'Orders, 2 of 2' });
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('All teams');
      await act(() => vi.advanceTimersByTimeAsync(20_100));
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Orders');
      expect(Line.last?.sent).toContainEqual({ op: 'subscribe', stream: 'board:t-1' });
      const page = screen.getByRole('heading', { level: 1 });
      fireEvent.mouseMove(page, { clientX: 5, clientY: 5 });
      fireEvent.mouseMove(page, { clientX: 9, clientY: 5 });
      await act(() => vi.advanceTimersByTimeAsync(29_000));
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Orders');
      // left lying there it is forgotten
      await act(() => vi.advanceTimersByTimeAsync(2_000));
      await act(() => vi.advanceTimersByTimeAsync(20_500));
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('All teams');
    } finally {
      vi.useRealTimers();
    }
  });

  it('names nobody on a wall, and opens nothing there', async () => {
    await show(true);
    expect(screen.queryByText('Bo Lindqvist')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Waiting now: 2' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

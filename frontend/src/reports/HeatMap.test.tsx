import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../api/reports';
import { HintProvider } from '../ui/Hint';
import { HeatMap } from './HeatMap';

const counted = (hour: string, value: number): Figure => ({ key: { hour }, n: value, value });

/** Mondays at nine: six each, and then fifteen; one Tuesday at ten. */
const groups = {
  before: [1, 2, 3, 4].map((week) =>
    counted(`2026-09-${String(7 * week).padStart(2, '0')}T09:00:00Z`, 6),
  ),
  now: [
    counted('2026-10-05T09:00:00Z', 15),
    counted('2026-10-12T09:00:00Z', 6),
    counted('2026-10-06T10:00:00Z', 2),
  ],
};

let asked: URLSearchParams[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (path: string) => {
    const query = new URLSearchParams(path.split('?')[1]);
    if (!path.startsWith('/api/reports/metrics?')) return new Response('[]');
    asked.push(query);
    return new Response(
      JSON.stringify({
        metric: query.get('metric'),
        version: 1,
        unit: 'count',
        hours: 'wall',
        from: `${query.get('from')}T00:00:00Z`,
        to: `${query.get('to')}T00:00:00Z`,
        zone: 'UTC',
        groups: query.get('to') === '2026-10-05' ? groups.before : groups.now,
      }),
    );
  });
});

function show(to = '2026-10-13') {
  const open = vi.fn();
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <HintProvider>
        <HeatMap
          title="Opened"
          asked={{ metric: 'conversations_opened', from: '2026-10-05', to, zone: 'UTC' }}
          meaning={undefined}
          enabled
          open={open}
        />
      </HintProvider>
    </QueryClientProvider>,
  );
  return open;
}

const surge = /^Monday 09:00: 10.5, 21 counted in 2 hours. One hour is unlike/;

describe('the hours of the week', () => {
  it('are asked by hour, and with the four weeks before', async () => {
    show();
    await screen.findByLabelText(surge);
    expect(
      asked.map((query) => [query.get('from'), query.get('to'), query.get('group_by')]),
    ).toEqual([
      ['2026-10-05', '2026-10-13', 'hour'],
      ['2026-09-07', '2026-10-05', 'hour'],
    ]);
  });

  it('are one stop of the tabulator, and the arrows lead through them', async () => {
    show();
    const grid = await screen.findByRole('grid', { name: 'Opened by hour and weekday' });
    const cells = [...grid.querySelectorAll('button')];
    expect(cells).toHaveLength(168);
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'Tuesday 10:00: 2, 2 counted in 1 hour',
    );
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement]);
  });

  it('open what is behind one hour, and list them where there are several', async () => {
    const open = show();
    await userEvent.click(await screen.findByLabelText(/^Tuesday 10:00/));
    expect(open).toHaveBeenLastCalledWith({ hour: '2026-10-06T10:00:00Z' });
    await userEvent.click(screen.getByLabelText(surge));
    const list = within(await screen.findByRole('dialog', { name: 'Opened: Monday 09:00' }));
    expect(list.getByText('above the weeks before')).toBeTruthy();
    await userEvent.click(list.getByRole('button', { name: /09:00: 15$/ }));
    expect(open).toHaveBeenLastCalledWith({ hour: '2026-10-05T09:00:00Z' });
  });

  it('tell nothing from zero, and say what colours mean', async () => {
    show();
    expect(
      await screen.findByLabelText('Sunday 03:00: no value, nothing was counted in 1 hour'),
    ).toBeTruthy();
    const legend = within(screen.getByRole('list', { name: 'What the colours mean' }));
    expect(legend.getByText('no value')).toBeTruthy();
    expect(legend.getByText('an hour unlike the four weeks before')).toBeTruthy();
  });

  it('can be read as a table', async () => {
    show();
    await userEvent.click(await screen.findByText('Show as a table'));
    const row = (await screen.findByText('Monday 09:00')).closest('tr');
    expect([...(row?.cells ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Monday 09:00',
      '10.5',
      '2',
      '21',
      '1',
    ]);
  });

  it('ask nothing of more than three months', () => {
    show('2027-02-01');
    expect(screen.getByText(/over 92 days at most/)).toBeTruthy();
    expect(asked).toEqual([]);
  });
});

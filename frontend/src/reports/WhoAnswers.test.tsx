import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { WhoAnswers } from './WhoAnswers';

const group = (outcome: string, hits: number, n: number) => ({
  key: { outcome },
  n,
  hits,
  value: hits / n,
});

let groups: ReturnType<typeof group>[] = [];
const onOpen = vi.fn();

beforeEach(() => {
  onOpen.mockClear();
  vi.stubGlobal('fetch', async () => Response.json({ metric: 'survey_response_rate', groups }));
});

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <WhoAnswers
        asked={{ metric: 'csat', from: '2026-11-01', to: '2026-11-29', team: 'returns' }}
        className=""
        onOpen={onOpen}
      />
    </QueryClientProvider>,
  );

describe('who answers', () => {
  it('is told by outcome, and warned of where some are silent', async () => {
    groups = [group('one_reply', 60, 100), group('reopened', 8, 80)];
    show();
    await screen.findByText('Resolved with one reply');
    screen.getByText(/8 of 80/);
    expect(screen.getByRole('note').textContent).toMatch(/^Some answer much less than others/);
  });

  it('opens those of one outcome, of the same team', async () => {
    groups = [group('one_reply', 6, 10), group('reopened', 2, 8)];
    show();
    await userEvent.click(await screen.findByRole('button', { name: /Reopened within/ }));
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({
      asked: { metric: 'survey_response_rate', team: 'returns', outcome: 'reopened' },
    });
    expect(screen.queryByRole('note')).toBeNull();
  });

  it('says so where nobody was asked', async () => {
    groups = [];
    show();
    await screen.findByText('Nobody was asked in this period.');
  });
});

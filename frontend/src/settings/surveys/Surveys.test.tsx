import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountPolicy } from '../../api/surveys';
import { HintProvider } from '../../ui/Hint';
import { Surveys } from './Surveys';
import { delayInWords, inWords } from './words';

const SUPPORT: AccountPolicy = {
  account: 'a-1',
  name: 'Support',
  channel: 'email',
  asks: false,
  scale: 'faces',
  moment: 'resolution',
  delay_minutes: 45,
  reminder_days: 3,
  quiet_days: 14,
  valid_days: 30,
  language: null,
  items: ['solved'],
};

const PREVIEW = {
  language: 'en',
  wording: 'csat-1',
  right_to_left: false,
  question: 'How satisfied are you?',
  answers: [{ score: 1, sign: '☹', label: 'Very dissatisfied' }],
  items: [
    { item: 'solved', label: 'Is it solved?' },
    { item: 'helpful', label: 'Were we helpful?' },
  ],
  comment: 'Anything else?',
};

let put: { path: string; body: unknown }[] = [];

beforeEach(() => {
  put = [];
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: string }) => {
    if (init.method === 'PUT') put.push({ path, body: JSON.parse(init.body ?? '') });
    const policies = { accounts: [SUPPORT], languages: ['en', 'ar'], language: 'en' };
    return Response.json(path.includes('/preview') ? PREVIEW : policies);
  });
});

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <HintProvider>
        <Surveys />
      </HintProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

describe('Surveys', () => {
  it('says of each account whether it asks', async () => {
    show();

    expect(await screen.findByText('Does not ask')).toBeTruthy();
    expect(screen.getByText('Nobody is asked')).toBeTruthy();
  });

  it('saves what is decided, and nothing that only says whose it is', async () => {
    const user = show();
    await user.click(await screen.findByRole('button', { name: 'Survey of Support' }));
    await user.click(screen.getByRole('switch'));
    await user.clear(screen.getByRole('spinbutton', { name: /Remind/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Was the answer helpful?' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    const { account: _account, name: _name, channel: _channel, ...policy } = SUPPORT;
    expect(put).toEqual([
      {
        path: '/api/surveys/policy/a-1',
        body: { ...policy, asks: true, reminder_days: null, items: ['solved', 'helpful'] },
      },
    ]);
  });

  it('shows what customers see, with the items that are asked', async () => {
    const user = show();
    await user.click(await screen.findByRole('button', { name: 'Survey of Support' }));

    const preview = await screen.findByRole('figure');
    expect(within(preview).getByText('How satisfied are you?')).toBeTruthy();
    expect(within(preview).getByText('Is it solved?')).toBeTruthy();
    expect(within(preview).queryByText('Were we helpful?')).toBeNull();
  });
});

describe('words', () => {
  it('tell a delay in its largest whole unit', () => {
    expect([0, 1, 45, 60, 90, 1440, 4320].map(delayInWords)).toEqual([
      'at once',
      '1 minute later',
      '45 minutes later',
      '1 hour later',
      '90 minutes later',
      '1 day later',
      '3 days later',
    ]);
  });

  it('tell a policy in one line', () => {
    expect(inWords({ ...SUPPORT, asks: true })).toBe(
      'After each resolution · 45 minutes later · Five faces',
    );
  });
});

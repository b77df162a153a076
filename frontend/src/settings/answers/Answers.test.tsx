import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApprovedAnswer, CommonQuestion } from '../../api/answers';
import { HintProvider } from '../../ui/Hint';
import { Toasts } from '../../ui/Toasts';
import type { Place } from '../Settings';
import { Answers } from './Answers';

const RETURNS: ApprovedAnswer = {
  id: 'returns',
  title: 'Returns',
  text: 'Within 30 days.\nThe label is in the parcel.',
  questions: ['Can I send it back?', 'How long may I try it?'],
  accounts: [],
  review_on: '2020-01-31',
  origin: null,
  customers: 0,
  changed_by: null,
  changed_at: '2020-01-01T10:00:00Z',
};
const PARCEL: CommonQuestion = {
  answer: 'parcel',
  questions: ['Where is my parcel?', 'When does it come?'],
  text: 'Hello {{contact.first_name}}, it is on its way.',
  typical: 'Hello Ada, it is on its way.',
  times: 14,
  customers: 9,
  last_at: '2020-11-03T10:00:00Z',
  conversations: [1043, 1021],
};
const CHANNELS = [
  { id: 'c-mail', name: 'Support', channel: 'email', state: 'active' },
  { id: 'c-chat', name: 'Shop chat', channel: 'chat', state: 'active' },
];

type Asked = { method: string; path: string; body: unknown };
let asked: Asked[] = [];
let approved: ApprovedAnswer[] = [];
let common: CommonQuestion[] = [];
/** What the server says instead of keeping anything. */
let refusal: object | null = null;

beforeEach(() => {
  asked = [];
  approved = [];
  common = [PARCEL];
  refusal = null;
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'GET') {
      if (path.includes('/common-questions')) {
        return Response.json(path.endsWith('c-mail') ? common : []);
      }
      if (path.includes('/approved-answers')) return Response.json(approved);
      if (path.includes('/channels')) return Response.json(CHANNELS);
      if (path.includes('/search')) {
        return Response.json({ items: [{ item: { id: 'earlier', number: 1043 }, matches: [] }] });
      }
      return Response.json({ id: 'mara', role: 'supervisor', zone: 'Europe/Berlin' });
    }
    const change = typeof body === 'string' ? (JSON.parse(body) as object) : {};
    asked.push({ method: method ?? '', path, body: change });
    if (refusal) return Response.json(refusal, { status: 400 });
    if (method === 'DELETE') return new Response(null, { status: 204 });
    const made = { ...RETURNS, ...change };
    approved = method === 'PUT' ? [made] : [...approved, { ...made, id: 'made' }];
    return Response.json(made, { status: 201 });
  });
});

const onOpen = vi.fn();

function Section() {
  const [place, setPlace] = useState<Place>({});
  const { item = null, account = null } = place;
  return (
    <Answers
      admin={false}
      item={item}
      account={account}
      onOpen={onOpen}
      onSection={(_, its = {}) => setPlace(its)}
    />
  );
}

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <HintProvider>
        <Section />
        <Toasts />
      </HintProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const button = (name: string) => screen.findByRole('button', { name });
const approve = 'Approve: Where is my parcel?';

describe('what is asked again and again', () => {
  it('is approved with one press, named, and leaves the list', async () => {
    const user = show();
    expect(await screen.findByText('Asked 14 times')).toBeTruthy();
    expect(screen.getByText('contact first name').tagName).toBe('MARK');

    await user.click(await button(approve));

    expect(await screen.findByText('Approved: Where is my parcel?')).toBeTruthy();
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/api/approved-answers',
        body: {
          title: 'Where is my parcel?',
          text: PARCEL.text,
          questions: PARCEL.questions,
          accounts: ['c-mail'],
          review_on: null,
          origin: 'parcel',
          customers: 9,
        },
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('button', { name: approve })).toBeNull());
    expect(screen.getByText('Nothing was asked again yet')).toBeTruthy();
    const list = screen.getByRole('list', { name: 'Approved answers' });
    expect(within(list).getByText('Where is my parcel?')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Asked again and again');
  });

  it('is read again first where that is wanted', async () => {
    const user = show();
    await user.click(await button('Edit and approve: Where is my parcel?'));
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'Parcels');
    await user.click(screen.getByRole('checkbox', { name: 'Shop chat' }));
    await user.click(await button('Remove question 2'));
    await user.click(await button('Approve'));

    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toEqual({
      title: 'Parcels',
      text: PARCEL.text,
      questions: ['Where is my parcel?'],
      accounts: ['c-mail', 'c-chat'],
      review_on: null,
      origin: 'parcel',
      customers: 9,
    });
    expect(await screen.findByText('Approved: Parcels')).toBeTruthy();
  });

  it('leads to the conversations it comes from', async () => {
    const user = show();
    await user.click(await button('Open #1043'));
    await waitFor(() => expect(onOpen).toHaveBeenCalledWith('earlier'));

    await user.click(await button('Open #1021'));
    expect(await screen.findByText('Conversation #1021 was not found')).toBeTruthy();
  });

  it('is of one account; where nothing is, that is said', async () => {
    const user = show();
    await user.selectOptions(await screen.findByRole('combobox'), 'Shop chat');

    expect(await screen.findByText('Nothing was asked again yet')).toBeTruthy();
  });
});

describe('approved answers', () => {
  it('say where they are offered, and whether somebody is to look at them', async () => {
    approved = [
      RETURNS,
      { ...RETURNS, id: 'vat', title: 'VAT', accounts: ['c-chat'], review_on: '2999-01-31' },
    ];
    show();

    const [first, second] = within(
      await screen.findByRole('list', { name: 'Approved answers' }),
    ).getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(await within(first).findByText(/^Review was due .*2020$/)).toBeTruthy();
    expect(first.textContent).toContain('Within 30 days. The label');
    expect(first.textContent).toContain('2 questions · Everywhere');
    expect(await within(second).findByText(/^2 questions · Shop chat/)).toBeTruthy();
    expect(within(second).getByText(/^review on .*2999$/)).toBeTruthy();
  });

  it('are changed as a whole', async () => {
    approved = [RETURNS];
    const user = show();
    await user.click(await button('Edit Returns'));
    const date = await screen.findByLabelText('Review on');
    await user.clear(date);
    await user.click(await button('Save'));

    await waitFor(() => expect(asked).toHaveLength(1));
    const { id: _id, changed_by: _by, changed_at: _at, ...body } = RETURNS;
    expect(asked[0]).toEqual({
      method: 'PUT',
      path: '/api/approved-answers/returns',
      body: { ...body, review_on: null },
    });
  });

  it('are taken away from an account that is gone', async () => {
    approved = [{ ...RETURNS, accounts: ['c-mail', 'c-gone'] }];
    const user = show();
    await user.click(await button('Edit Returns'));
    await user.click(await screen.findByRole('checkbox', { name: 'an account that is gone' }));
    await user.click(await button('Save'));

    await waitFor(() =>
      expect(asked[0]?.body).toEqual(expect.objectContaining({ accounts: ['c-mail'] })),
    );
  });

  it('are removed when that is confirmed', async () => {
    approved = [RETURNS];
    const user = show();
    await user.click(await button('Remove Returns'));
    await user.click(within(await screen.findByRole('alertdialog')).getByText('Delete'));

    await waitFor(() => expect(asked).toEqual([expect.objectContaining({ method: 'DELETE' })]));
  });
});

describe('the form of an answer', () => {
  it('asks for what is missing before the server does', async () => {
    const user = show();
    await user.click(await button('Add an answer'));
    await user.click(await button('Approve'));

    expect(screen.getAllByText('This is needed.')).toHaveLength(2);
    expect(screen.getByText('Write at least one question.')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' })),
    );
    expect(asked).toEqual([]);
  });

  it('has a field for each question, and the cursor in a fresh one', async () => {
    const user = show();
    await user.click(await button('Add an answer'));
    await user.type(screen.getByRole('textbox', { name: 'Question 1' }), 'A?');
    await user.click(await button('Add a question'));

    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Question 2' })),
    );
  });

  it('stays as it is when the server refuses', async () => {
    refusal = { title: 'Some fields are not right', detail: '`title` must be one line.' };
    const user = show();
    await user.click(await button('Add an answer'));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Returns');
    await user.type(screen.getByRole('textbox', { name: 'Reply' }), 'Within 30 days.');
    await user.type(screen.getByRole('textbox', { name: 'Question 1' }), 'Back?');
    await user.click(await button('Approve'));

    expect(await screen.findByText('`title` must be one line.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Returns');
  });
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SuggestedAnswer, Suggestions } from '../api/suggestions';
import type { Conversation, Message } from '../api/types';
import { draftOf, keepDraft } from '../live/drafts';
import { conversation, message } from '../live/sample';
import { HintProvider } from '../ui/Hint';
import { listenForKeys } from '../ui/shortcuts';
import { SuggestedReply } from './SuggestedReply';
import { useComposer } from './useComposer';
import { dwellMs } from './useSuggestions';

const answer = (id: string, text: string, change: Partial<SuggestedAnswer> = {}) => ({
  answer: id,
  text,
  unfilled: [],
  strength: 'fair' as const,
  approved: false,
  times: 0,
  agents: 0,
  last_at: null,
  unedited: null,
  sources: [],
  ...change,
});
const PARCEL = answer('parcel', 'Hello Ada,\n\norder {{order}} is on its way.', {
  unfilled: ['order'],
  strength: 'strong',
  approved: true,
  times: 14,
  agents: 5,
  last_at: '2020-11-03T10:00:00Z',
  unedited: 0.918,
  sources: [{ id: 'earlier', number: 1043 }],
});
const CARRIER = answer('carrier', 'Please ask the carrier.', { times: 1, agents: 1 });
const REFUND = answer('refund', 'We refund it.');

type Asked = { path: string; body: unknown };
let number = 0;
let asked: Asked[] = [];

const offers = (its: SuggestedAnswer[], question = 1): Suggestions => ({
  message: question,
  suggested: question + 1,
  items: its,
});

/** What the server answers, one after the other; the last one for ever. */
function answering(...answers: (Suggestions | Promise<Suggestions> | number)[]) {
  asked = [];
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    if (!path.includes('/suggestions')) return new Response('{}', { status: 404 });
    const body = typeof options.body === 'string' ? (JSON.parse(options.body) as unknown) : null;
    asked.push({ path, body });
    if (path.endsWith('/dismissals')) return new Response(null, { status: 204 });
    const next = await (answers.length > 1 ? answers.shift() : answers[0]);
    return typeof next === 'number'
      ? new Response('{}', { status: next })
      : new Response(JSON.stringify(next));
  });
}

const talk = (messages: Message[], change: Partial<Conversation> = {}): Conversation => {
  const last = messages.findLast(({ direction }) => direction === 'in')?.seq ?? 0;
  return {
    ...conversation(`suggested-${number}`, messages),
    last_customer_seq: last,
    last_public_seq: messages.at(-1)?.seq ?? 0,
    ...change,
  };
};
const ours = (seq: number) =>
  message(seq, seq, { direction: 'out', actor: { kind: 'agent', id: 'bo', name: 'Bo' } });

function Desk({ its, onOpen }: { its: Conversation; onOpen: (id: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useComposer(its, () => undefined);
  return (
    <>
      <SuggestedReply its={its} composing={composing} field={field} onOpen={onOpen} />
      <textarea
        ref={field}
        value={composing.text}
        onChange={(event) => composing.setText(event.target.value)}
      />
    </>
  );
}

function open(its = talk([message(1, 1)])) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const onOpen = vi.fn();
  const tree = (shown: Conversation) => (
    <QueryClientProvider client={client}>
      <HintProvider>
        <Desk key={shown.id} its={shown} onOpen={onOpen} />
      </HintProvider>
    </QueryClientProvider>
  );
  const view = render(tree(its));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  return {
    user: userEvent.setup(),
    onOpen,
    field,
    chosen: () => field.value.slice(field.selectionStart, field.selectionEnd),
    becomes: (next: Conversation) => view.rerender(tree(next)),
    close: view.unmount,
  };
}

const card = () => screen.queryByRole('region', { name: 'Suggested reply' });
const theCard = () => screen.findByRole('region', { name: 'Suggested reply' });
const pause = (ms: number) => act(() => new Promise<void>((done) => setTimeout(done, ms)));
const suggest = '{Control>}j{/Control}';

let deaf: () => void = () => undefined;
beforeAll(() => (deaf = listenForKeys()));
afterAll(() => deaf());
beforeEach(() => {
  number += 1;
  localStorage.clear();
});

describe('a suggestion', () => {
  it('is asked for once, after a moment, and says where it comes from', async () => {
    answering(offers([PARCEL]));
    const { user, onOpen } = open();
    expect(asked).toEqual([]);
    const text = (await theCard()).textContent;
    expect(text).toContain('Strong match');
    expect(text).toContain('Approved answer');
    expect(text).toContain('Used 14 times by 5 agents · last on');
    expect(text).toContain('2020 · 92 % unedited · from');
    expect(screen.getByText('order', { selector: 'mark' }).title).toBe('To fill in: order');
    await user.click(screen.getByRole('button', { name: 'Open #1043' }));
    expect(onOpen).toHaveBeenCalledWith('earlier');
    expect(asked).toHaveLength(1);
  });

  it('says no more than is known', async () => {
    answering(offers([REFUND]));
    open();
    const text = (await theCard()).textContent;
    expect(text).toContain('Fair match');
    expect(text).not.toMatch(/Used|last on|unedited|from|Approved|of 1/);
  });

  it('makes room for what is written', async () => {
    answering(offers([PARCEL]));
    const { user, field } = open();
    expect((await theCard()).textContent).toContain('Used 14 times');
    await user.type(field, 'H');
    expect(card()?.textContent).toContain('Strong match');
    expect(card()?.textContent).not.toContain('Used 14 times');
  });

  it.each([
    ['nothing is likely', offers([])],
    ['nobody waits, says the server', { message: null, suggested: null, items: [] }],
    ['it answers another message', offers([PARCEL], 3)],
    ['the server refuses', 403],
    ['the server fails', 500],
  ])('is not there when %s', async (_, answered) => {
    answering(answered);
    open();
    await waitFor(() => expect(asked).toHaveLength(1));
    await pause(dwellMs);
    expect(card()).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['we have answered', () => talk([message(1, 1), ours(2)], { waiting_since: null })],
    ['it is done', () => talk([message(1, 1)], { waiting_since: null })],
    ['it went on elsewhere', () => talk([message(1, 1)], { merged_into: { id: 'b', number: 2 } })],
    ['it is spam', () => talk([message(1, 1)], { status_category: 'spam' })],
    ['a machine wrote', () => talk([message(1, 1, { origin: 'auto_reply' })])],
  ])('is not asked for when %s', async (_, its) => {
    answering(offers([PARCEL]));
    open(its());
    await pause(dwellMs + 100);
    expect(asked).toEqual([]);
  });

  it('is not asked for by whoever passes by, or writes a note', async () => {
    answering(offers([PARCEL]));
    const { close } = open();
    await pause(dwellMs / 3);
    close();
    number += 1;
    keepDraft(`suggested-${number}`, { kind: 'note', reply: '', note: 'Well', baseSeq: 1 });
    open();
    await pause(dwellMs + 100);
    expect(asked).toEqual([]);
  });

  it('goes when anybody answers', async () => {
    answering(offers([PARCEL]));
    const { becomes } = open();
    await theCard();
    becomes(talk([message(1, 1), ours(2)], { waiting_since: null }));
    expect(card()).toBeNull();
  });

  it('goes when the customer writes again, and is asked for anew', async () => {
    answering(offers([PARCEL]), offers([CARRIER], 2));
    const { becomes } = open();
    await theCard();
    becomes(talk([message(1, 1), message(2, 2)]));
    expect(card()).toBeNull();
    expect((await theCard()).textContent).toContain('ask the carrier');
  });

  it('is thrown away when it comes too late', async () => {
    let arrive: (late: Suggestions) => void = () => undefined;
    answering(new Promise<Suggestions>((done) => (arrive = done)), offers([CARRIER], 2));
    const { becomes } = open();
    await waitFor(() => expect(asked).toHaveLength(1));
    becomes(talk([message(1, 1), message(2, 2)]));
    arrive(offers([PARCEL]));
    await pause(50);
    expect(card()).toBeNull();
    expect((await theCard()).textContent).toContain('ask the carrier');
  });

  it('stays with its question when what follows asks nothing', async () => {
    answering(offers([PARCEL]));
    const { becomes } = open();
    await theCard();
    becomes(talk([message(1, 1), message(2, 2, { origin: 'auto_reply' })]));
    expect(card()).toBeNull();
    await theCard();
    expect(asked).toHaveLength(2);
  });
});

describe('inserting', () => {
  it('fills an empty reply, chooses the first slot and folds the card', async () => {
    answering(offers([PARCEL]));
    const { user, field, chosen } = open();
    await theCard();
    await user.click(screen.getByRole('button', { name: 'Insert' }));
    expect(field.value).toBe(PARCEL.text);
    await waitFor(() => expect(chosen()).toBe('{{order}}'));
    await waitFor(() => expect(card()).toBeNull());
    expect(document.activeElement).toBe(field);
    await user.keyboard('10428');
    expect(field.value).toBe('Hello Ada,\n\norder 10428 is on its way.');
  });

  it('goes to the cursor of what is written already', async () => {
    answering(offers([CARRIER]));
    const { user, field } = open();
    await theCard();
    await user.type(field, 'Hi Ada,  Bo');
    field.setSelectionRange(8, 8);
    await user.keyboard(suggest);
    expect(field.value).toBe('Hi Ada, Please ask the carrier. Bo');
    await waitFor(() =>
      expect(field.selectionStart).toBe('Hi Ada, Please ask the carrier.'.length),
    );
  });

  it('goes behind a draft that nobody has been in yet', async () => {
    answering(offers([CARRIER]));
    keepDraft(`suggested-${number}`, { kind: 'reply', reply: 'Hi! ', note: '', baseSeq: 1 });
    const { user, field } = open();
    await theCard();
    field.setSelectionRange(0, 0);
    await user.keyboard(suggest);
    expect(field.value).toBe('Hi! Please ask the carrier.');
  });

  it('takes the next one when it is asked for again at once', async () => {
    answering(offers([PARCEL, CARRIER, REFUND]));
    const { user, field } = open();
    await theCard();
    await user.keyboard(suggest);
    await waitFor(() => expect(card()).toBeNull());
    await user.keyboard(suggest);
    expect(field.value).toBe('Please ask the carrier.');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('{End} Bo');
    expect(field.value).toBe('Please ask the carrier. Bo');
    await user.keyboard(suggest);
    expect(field.value).toBe('We refund it. Bo');
    await user.type(field, '{Backspace}', { initialSelectionStart: 3, initialSelectionEnd: 5 });
    const touched = field.value;
    await user.keyboard(suggest);
    expect(field.value).toBe(touched);
  });

  it('brings the card back when the reply is emptied, also after a look elsewhere', async () => {
    answering(offers([CARRIER]));
    const its = talk([message(1, 1)]);
    const { user, field, becomes } = open(its);
    await theCard();
    await user.keyboard(suggest);
    await waitFor(() => expect(card()).toBeNull());
    becomes({ ...talk([ours(1)], { waiting_since: null }), id: 'elsewhere' });
    becomes(its);
    await pause(50);
    expect(card()).toBeNull();
    expect(draftOf(its.id)?.reply).toBe(CARRIER.text);
    await user.clear(screen.getByRole('textbox'));
    await theCard();
    expect(field.isConnected).toBe(false);
    expect(asked).toHaveLength(1);
  });
});

describe('several suggestions', () => {
  it('are walked through; the one that is shown is inserted', async () => {
    answering(offers([PARCEL, CARRIER, REFUND]));
    const { user, field } = open();
    expect((await theCard()).textContent).toContain('1 of 3');
    await user.click(screen.getByRole('button', { name: 'Previous suggestion' }));
    expect(card()?.textContent).toContain('3 of 3');
    await user.click(screen.getByRole('button', { name: 'Next suggestion' }));
    await user.click(screen.getByRole('button', { name: 'Next suggestion' }));
    expect(card()?.textContent).toContain('2 of 3');
    expect(screen.getByRole('status').textContent).toBe('Suggested reply 2 of 3');
    await user.keyboard(suggest);
    expect(field.value).toBe(CARRIER.text);
  });

  it('make room for the next when one is of no help, until none is left', async () => {
    answering(offers([PARCEL, CARRIER]));
    const { user } = open();
    await theCard();
    await user.click(screen.getByRole('button', { name: 'Not helpful' }));
    expect((await theCard()).textContent).toContain('ask the carrier');
    await user.click(screen.getByRole('button', { name: 'Not helpful' }));
    await waitFor(() => expect(card()).toBeNull());
    expect(screen.getByRole('status').textContent).toBe('');
    const path = `/api/conversations/suggested-${number}/suggestions`;
    expect(asked).toEqual([
      { path, body: null },
      { path: `${path}/dismissals`, body: { suggested: 2, answer: 'parcel' } },
      { path: `${path}/dismissals`, body: { suggested: 2, answer: 'carrier' } },
    ]);
  });
});

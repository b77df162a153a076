/** @jsxImportSource preact */
import { configure, getConfig, screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Config } from '../config';
import { Files, NotUploaded } from '../files';
import { Chat } from '../live/chat';
import { remembering } from '../live/memory';
import { message, welcome, Wire } from '../live/sample';
import { App } from './App';

const plain: Config = { account: 'a', name: 'Northlight Lamps', office: { open: true } };
let box: HTMLElement | undefined;

function enter(more: Partial<Config> = {}, kept: Record<string, string> = {}) {
  const wire = new Wire();
  const memory = remembering(kept, () => undefined);
  const chat = new Chat({
    account: 'a',
    locale: 'en',
    memory,
    connect: () => wire,
    page: () => ({ url: 'https://shop.example/', title: 'Shop' }),
  });
  const files = new Files({ base: '/widget/a/', token: () => chat.token() });
  const onClose = vi.fn();
  box = document.body.appendChild(document.createElement('div'));
  const show = (isOpen: boolean) =>
    act(() =>
      render(
        <App
          chat={chat}
          config={{ ...plain, ...more }}
          files={files}
          memory={memory}
          isOpen={isOpen}
          onClose={onClose}
        />,
        box as HTMLElement,
      ),
    );
  void show(true);
  chat.start();
  wire.opens();
  const hear = (...frames: Parameters<Wire['say']>) => act(() => wire.say(...frames));
  return { wire, chat, files, memory, onClose, show, hear, user: userEvent.setup() };
}

const press = (name: string | RegExp) =>
  userEvent.setup().click(screen.getByRole('button', { name }));
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write a message' });
const log = () => screen.getByRole('log', { name: 'Messages' });

// What an event changed is drawn before the next step looks, as a browser would have.
const { eventWrapper } = getConfig();
beforeAll(() =>
  configure({
    eventWrapper: (event) => {
      let result: unknown;
      void act(() => {
        result = event();
      });
      return result;
    },
  }),
);
afterAll(() => configure({ eventWrapper }));

afterEach(() => {
  if (box) render(null, box);
  box?.remove();
});

describe('the home of the chat', () => {
  it('greets, and says how soon somebody answers', async () => {
    const { hear } = enter({ greeting: 'Good evening', reply_seconds: null });
    expect(screen.getByRole('heading', { name: 'Good evening' })).toBeTruthy();
    await hear(welcome({}, { reply_seconds: 250 }));
    expect(screen.getByText('We answer in about 4 minutes')).toBeTruthy();
  });

  it('says when somebody is back, and nothing about minutes that nobody knows', async () => {
    const { hear } = enter();
    await hear(welcome());
    expect(screen.getByText('We are here')).toBeTruthy();
    const opens_at = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await hear({ op: 'state', key: 'office', value: { open: false, opens_at } });
    expect(screen.getByText(/We are away right now.*We are back \w+day/)).toBeTruthy();
  });

  it('leads back into the conversation, with what is new in it', async () => {
    const { hear } = enter({}, { token: 't' });
    await hear(welcome({ id: 'c', open: true }), message(1, 'It is on its way.'));
    expect(screen.queryByRole('button', { name: 'Start a conversation' })).toBeNull();
    const card = screen.getByRole('button', { name: /Your conversation/ });
    expect(card.textContent).toContain('Bo: It is on its way.');
    expect(card.textContent).toContain('1 new message');
  });

  it('asks who may only come signed in to sign in', async () => {
    const { hear } = enter({ verified_only: true });
    await hear(welcome({}, { visitor: null }));
    expect(screen.getByText('Please sign in on this site to chat with us.')).toBeTruthy();
    await hear(welcome({}, { visitor: { name: 'Ada', verified: true } }));
    expect(screen.getByRole('button', { name: 'Start a conversation' })).toBeTruthy();
  });
});

describe('the form before the first message', () => {
  const pre_chat = [
    { name: 'name', label: 'Name', kind: 'TEXT', required: true },
    { name: 'email', label: 'E-mail', kind: 'TEXT', required: false },
    { name: 'topic', label: 'About', kind: 'CHOICE', required: false, choices: ['Order', 'Other'] },
  ];

  it('tells what is wrong, goes there, and sends what was said with the first message only', async () => {
    const { wire, hear, user } = enter({ pre_chat });
    await hear(welcome());
    await press('Start a conversation');
    await user.type(screen.getByLabelText(/E-mail/), 'ada');
    await press('Start chatting');
    expect(screen.getByText('Please fill this in.')).toBeTruthy();
    expect(screen.getByText('This is not an e-mail address.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'Ada');
    await user.type(screen.getByLabelText(/E-mail/), '@analytical.example');
    await user.selectOptions(screen.getByLabelText(/About/), 'Order');
    await press('Start chatting');
    await user.type(field(), 'Hello{Enter}');
    const profile = { name: 'Ada', email: 'ada@analytical.example', fields: { topic: 'Order' } };
    expect(wire.all('message')[0]).toMatchObject({ text: 'Hello', profile });
    await hear(message(1, 'Hello', { from: 'visitor', client_id: wire.all('message')[0]!.id }));
    await user.type(field(), 'again{Enter}');
    expect(wire.all('message')[1]).not.toHaveProperty('profile');
  });

  it('does not stand in the way of who is known, nor of who need not say anything', async () => {
    const { hear } = enter({ pre_chat: pre_chat.slice(0, 2) });
    await hear(welcome({}, { visitor: { name: 'Ada', email: null } }));
    await press('Start a conversation');
    expect(screen.queryByLabelText('Name')).toBeNull();
    await press('Skip');
    expect(field()).toBeTruthy();
  });

  it('is left out when all is known', async () => {
    const { hear } = enter({ pre_chat: pre_chat.slice(0, 2) });
    await hear(welcome({}, { visitor: { name: 'Ada', email: 'ada@analytical.example' } }));
    await press('Start a conversation');
    expect(field()).toBeTruthy();
  });
});

describe('the conversation on the screen', () => {
  async function talk(more: Partial<Config> = {}) {
    const all = enter(more, { token: 't' });
    await all.hear(welcome({ id: 'c', open: true }), message(1, 'Hello Ada'));
    await press(/Your conversation/);
    return all;
  }

  it('shows whatever was written as text, and links only what is safe', async () => {
    const { hear } = await talk();
    const nasty = '<img src=x onerror=alert(1)> https://firth.example/a javascript:alert(1)';
    await hear(
      message(2, nasty, { parts: [{ kind: 'card', title: 'Card', url: 'javascript:alert(1)' }] }),
    );
    expect(log().textContent).toContain(nasty);
    expect(log().querySelector('img')).toBeNull();
    const links = within(log()).getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ href, rel, target }) => [href, rel, target])).toEqual([
      ['https://firth.example/a', 'noopener noreferrer nofollow', '_blank'],
    ]);
  });

  it('says of each own message how far it has come', async () => {
    const { wire, hear, user } = await talk();
    await user.type(field(), 'Thank you{Enter}');
    expect(field().value).toBe('');
    expect(log().textContent).toContain('Sending');
    const { id } = wire.all('message')[0]!;
    await hear({ op: 'refused', id, code: 'length', detail: 'Too long.' });
    expect(log().textContent).toContain('Not sent');
    await press('Try again');
    await hear(message(2, 'Thank you', { from: 'visitor', client_id: id }));
    expect(log().textContent).toContain('Sent');
    await hear({ op: 'state', key: 'read', value: { seq: 2 } });
    expect(log().textContent).toContain('Read');
  });

  it('keeps what is written while there is no connection, and says so', async () => {
    const { wire, user } = await talk();
    await act(() => wire.breaks());
    expect(screen.getByText('Reconnecting…')).toBeTruthy();
    await user.type(field(), 'Are you there?{Enter}');
    expect(log().textContent).toContain('Are you there?');
    expect(log().textContent).toContain('Waiting to be sent');
  });

  it('is read while it is open, and not while it is closed', async () => {
    const { chat, show, hear } = await talk();
    expect(chat.now().readSeq).toBe(1);
    await show(false);
    await hear(message(2, 'Still there?'));
    expect(chat.now().readSeq).toBe(1);
    await show(true);
    await waitFor(() => expect(chat.now().readSeq).toBe(2));
    expect(screen.getByText('New messages')).toBeTruthy();
  });

  it('offers a person as long as a machine answers, and tells the place in the queue', async () => {
    const { wire, hear } = await talk();
    expect(screen.queryByRole('button', { name: 'Talk to a person' })).toBeNull();
    const now = { id: 'c', open: true, last_seq: 1, read_seq: 1 };
    await hear({ op: 'state', key: 'conversation', value: { ...now, owner: 'bot' } });
    expect(screen.getByText('Automated assistant')).toBeTruthy();
    await press('Talk to a person');
    expect(wire.all('human')).toHaveLength(1);
    await hear({ op: 'state', key: 'conversation', value: { ...now, owner: 'queue' } });
    await hear({ op: 'state', key: 'queue', value: { place: 2, wait_seconds: 180 } });
    expect(screen.getByText(/You are number 2 in the queue.*About 3 minutes to go/)).toBeTruthy();
  });

  it('sends an answer that was chosen as if it had been typed', async () => {
    const { wire, hear } = await talk();
    const parts = [{ kind: 'choice' as const, id: '1', label: 'My order' }];
    await hear(message(2, 'What is it about?', { from: 'bot', parts }));
    await press('My order');
    expect(wire.all('message')[0]?.text).toBe('My order');
  });

  it('asks for an address to reply to, once', async () => {
    const { wire, hear, user } = await talk({ email_continuation: true });
    await hear(message(2, 'Hi', { from: 'visitor' }));
    await press('Reply by e-mail if I leave');
    await user.type(screen.getByLabelText('E-mail address'), 'ada@analytical.example');
    await press('Save');
    expect(wire.all('profile')[0]?.profile).toEqual({ email: 'ada@analytical.example' });
    await hear({ op: 'state', key: 'visitor', value: { email: 'ada@analytical.example' } });
    expect(screen.getByText('If you leave, we reply to ada@analytical.example.')).toBeTruthy();
  });

  it('sends files with the message, and says why one is not taken', async () => {
    const { wire, files, user } = await talk({ upload: { max_size: 100, types: ['image/*'] } });
    const uploads = vi.spyOn(files, 'upload');
    uploads.mockRejectedValueOnce(new NotUploaded(0));
    const chooser = screen.getByLabelText<HTMLInputElement>('File');
    const lamp = new File(['lamp'], 'lamp.png', { type: 'image/png' });
    await user.upload(chooser, lamp);
    await screen.findByText('lamp.png could not be uploaded.');
    uploads.mockResolvedValueOnce({ id: 'u1', name: 'lamp.png', media_type: 'image/png', size: 4 });
    await press('Upload lamp.png again');
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    await user.upload(chooser, new File(['x'.repeat(200)], 'huge.png', { type: 'image/png' }));
    expect(screen.getByText(/huge.png is too large/)).toBeTruthy();
    await press('Remove huge.png');
    await press('Send');
    expect(wire.all('message')[0]).toMatchObject({ text: '', uploads: ['u1'] });
    expect(uploads).toHaveBeenCalledTimes(2);
  });

  it('leaves by Escape, first what is small, then all of it', async () => {
    const { onClose, user } = await talk();
    await press('Insert an emoji');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: 'Insert an emoji' })).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('puts an emoji where the visitor was writing, and keeps a draft', async () => {
    const { memory, user } = await talk();
    await user.type(field(), 'ab');
    field().setSelectionRange(1, 1);
    await press('Insert an emoji');
    await press('🙂');
    expect(field().value).toBe('a🙂b');
    expect(memory.get('draft')).toBe('a🙂b');
  });
});

describe('a question how it was', () => {
  const question = {
    kind: 'survey' as const,
    id: 'q',
    scale: 'faces' as const,
    items: ['solved', 'helpful'],
    until: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const asked = message(2, 'How satisfied are you?', { from: 'bot', parts: [question] });
  const closed = {
    op: 'event',
    seq: 3,
    at: asked.at,
    type: 'status',
    data: { open: false },
  } as const;
  const rated = (seq: number, score: number, unsolved = false) =>
    ({
      op: 'event',
      seq,
      at: asked.at,
      type: 'rated',
      data: { asked: 'q', score, unsolved },
    }) as const;

  async function ask(kept: Record<string, string> = {}) {
    const entered = enter({}, { token: 't', ...kept });
    await entered.hear(
      welcome({ id: 'c', open: false }),
      message(1, 'It is on its way.'),
      closed,
      asked,
    );
    await press(/Your conversation/);
    return entered;
  }

  it('is asked in the thread and does not open the conversation', async () => {
    await ask();
    const group = within(log()).getByRole('group', { name: /How satisfied are you/ });
    expect(
      within(group)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '😞Very dissatisfied',
      '🙁Dissatisfied',
      '😐Neither satisfied nor dissatisfied',
      '🙂Satisfied',
      '😀Very satisfied',
    ]);
    expect(
      screen.getByText('This conversation is closed. Write again, and it goes on.'),
    ).toBeTruthy();
  });

  it('keeps the score at once, and what is said beside it after', async () => {
    const { wire, hear, user } = await ask();
    await press('Satisfied');
    expect(wire.all('rate')).toEqual([{ op: 'rate', question: 'q', language: 'en', score: 4 }]);
    await hear(rated(4, 4));
    expect(screen.getByRole('button', { name: 'Satisfied' }).getAttribute('aria-pressed')).toBe(
      'true',
    );

    await user.click(
      within(screen.getByRole('group', { name: 'Was your question solved?' })).getByLabelText('No'),
    );
    await user.type(screen.getByRole('textbox', { name: /tell us more/ }), 'A bit slow');
    await user.click(
      within(screen.getByRole('region', { name: /How satisfied/ })).getByRole('button', {
        name: 'Send',
      }),
    );
    expect(wire.all('rate').at(-1)).toEqual({
      op: 'rate',
      question: 'q',
      language: 'en',
      score: 4,
      items: { solved: false },
      comment: 'A bit slow',
    });
    await hear(rated(5, 4, true));
    expect(screen.getByText('Thank you for your answer.')).toBeTruthy();
    await press('Reopen the conversation');
    expect(wire.all('reopen')).toEqual([{ op: 'reopen', question: 'q' }]);
  });

  it('shows after a reload what the server knows', async () => {
    const { hear } = await ask();
    await hear(rated(4, 2), rated(4, 2));
    expect(screen.getByText('Thank you for your answer.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Dissatisfied' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(screen.queryByRole('textbox', { name: /tell us more/ })).toBeNull();
  });

  it('may be skipped, stays so, and may be answered all the same', async () => {
    const { memory } = await ask();
    await press('Skip');
    expect(screen.queryByRole('group', { name: /How satisfied/ })).toBeNull();
    expect(memory.get('skipped.q')).toBe('1');
    await press(/How satisfied/);
    expect(screen.getByRole('group', { name: /How satisfied/ })).toBeTruthy();
  });

  it('says when an answer was not taken', async () => {
    const { hear } = await ask();
    await press('Very satisfied');
    await hear({ op: 'refused', id: 'q', code: 'survey.over', detail: 'Too late.' });
    expect(screen.getByRole('alert').textContent).toBe(
      'This could not be sent. Please try again later.',
    );
  });

  it('is gone when it is over', async () => {
    const { hear } = enter({}, { token: 't' });
    const over = { ...question, until: new Date(0).toISOString() };
    await hear(
      welcome({ id: 'c', open: false }),
      message(1, 'Hi.'),
      message(2, 'How?', { parts: [over] }),
    );
    await press(/Your conversation/);
    expect(within(log()).queryByText(/How satisfied/)).toBeNull();
  });
});

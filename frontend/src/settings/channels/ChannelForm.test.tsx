import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel, ChannelField, ChannelKind } from '../../api/types';
import { HintProvider } from '../../ui/Hint';
import { isUnsaved } from '../../ui/unsaved';
import { ChannelForm } from './ChannelForm';

const field = (name: string, more: Partial<ChannelField> = {}): ChannelField => ({
  name,
  kind: 'text',
  required: false,
  initial: null,
  choices: [],
  ...more,
});

const MAILBOX: ChannelKind = {
  channel: 'email',
  fields: [
    field('address', { required: true }),
    field('imap_host'),
    field('imap_password', { kind: 'secret' }),
    field('smtp_host'),
  ],
};

const HOOK: ChannelKind = {
  channel: 'webhook',
  fields: [field('secret', { kind: 'secret', required: true })],
};

const SUPPORT = {
  id: 'a-1',
  channel: 'email',
  name: 'Support',
  settings: { address: 'support@acme.test' },
  secrets: ['imap_password'],
} as unknown as Channel;

type Sent = { method: string; path: string; body: Record<string, unknown> };

let sent: Sent[] = [];
let answers: [number, unknown][] = [];

beforeEach(() => {
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body: string }) => {
    sent.push({ method: init.method, path, body: JSON.parse(init.body) as Sent['body'] });
    const [status, body] = answers.shift() ?? [500, {}];
    return new Response(JSON.stringify(body), { status });
  });
});

function show(kind: ChannelKind, account?: Channel) {
  const onSaved = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <HintProvider>
        <ChannelForm
          kind={kind}
          onSaved={onSaved}
          onCancel={() => {}}
          {...(account ? { account } : {})}
        />
      </HintProvider>
    </QueryClientProvider>,
  );
  return { onSaved, user: userEvent.setup() };
}

describe('adding an account', () => {
  it('asks for what is missing without asking the server, and goes there', async () => {
    const { user } = show(MAILBOX);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(sent).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
    expect(screen.getAllByText('This is needed.')).toHaveLength(2);
  });

  it('sends what was typed and lets go of it', async () => {
    const { user, onSaved } = show(MAILBOX);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Support');
    await user.type(screen.getByRole('textbox', { name: 'Email address' }), 'support@acme.test');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Provider' }), 'Posteo');
    await user.type(screen.getByLabelText('Password'), 'harbour');
    expect(isUnsaved()).toBe(true);
    answers = [[201, SUPPORT]];
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/api/channels',
        body: {
          channel: 'email',
          name: 'Support',
          settings: expect.objectContaining({
            address: 'support@acme.test',
            imap_host: 'posteo.de',
            smtp_host: 'posteo.de',
          }) as unknown,
          secrets: { imap_password: 'harbour' },
        },
      },
    ]);
    expect(onSaved).toHaveBeenCalledWith(SUPPORT);
    expect(isUnsaved()).toBe(false);
  });

  it('makes up a secret of ours, to be copied before it is saved', async () => {
    const { user } = show(HOOK);
    await user.click(screen.getByRole('button', { name: 'Generate: Secret' }));
    const shown = screen.getByRole<HTMLInputElement>('textbox', { name: 'Secret' });
    expect(shown.value).toMatch(/^[0-9a-f]{64}$/);
    expect(screen.getByText(/never shown again/)).toBeTruthy();
  });
});

describe('an account that is there', () => {
  it('never shows a kept secret and does not send it', async () => {
    const { user } = show(MAILBOX, SUPPORT);
    const password = screen.getByRole<HTMLInputElement>('textbox', { name: 'Password' });
    expect([password.disabled, password.value]).toEqual([true, 'Kept']);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' desk');
    answers = [[200, { ...SUPPORT, name: 'Support desk' }]];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      path: '/api/channels/a-1',
      body: { name: 'Support desk', secrets: {} },
    });
  });

  it('replaces a secret only when asked, and can take that back', async () => {
    const { user } = show(MAILBOX, SUPPORT);
    await user.click(screen.getByRole('button', { name: 'Replace: Password' }));
    await user.type(screen.getByLabelText('Password'), 'new');
    await user.click(screen.getByRole('button', { name: 'Keep the former one' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  });

  it('shows what the server refuses at its field, with the focus there', async () => {
    const { user } = show(MAILBOX, SUPPORT);
    const address = screen.getByRole('textbox', { name: 'Email address' });
    await user.clear(address);
    await user.type(address, 'nonsense');
    answers = [[422, { type: 'x/settings.address', detail: '“nonsense” is no e-mail address.' }]];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('“nonsense” is no e-mail address.')).toBeTruthy();
    expect(document.activeElement).toBe(address);
    expect(address.getAttribute('aria-invalid')).toBe('true');
  });

  it('asks for a kept secret again at its field, when that would go elsewhere', async () => {
    const { user } = show(MAILBOX, SUPPORT);
    await user.type(screen.getByLabelText('IMAP server'), 'mail.elsewhere.test');
    const message = 'Give it again: it would be sent to another place.';
    answers = [
      [422, { type: 'x/settings.secret_again', fields: [{ field: 'imap_password', message }] }],
    ];
    await user.click(screen.getByRole('button', { name: 'Test now' }));
    expect(await screen.findByText(message)).toBeTruthy();
    const password = screen.getByLabelText<HTMLInputElement>('Password');
    expect(document.activeElement).toBe(password);
    expect([password.disabled, password.value]).toEqual([false, '']);
    await user.type(password, 'harbour');
    answers = [[200, { trials: [{ step: 'send', ok: true, hint: true, detail: 'No relay.' }] }]];
    await user.click(screen.getByRole('button', { name: 'Test now' }));
    expect(await screen.findByRole('img', { name: 'Hint' })).toBeTruthy();
    expect(screen.getByText('It works')).toBeTruthy();
    expect(sent[1]?.body).toMatchObject({ secrets: { imap_password: 'harbour' } });
  });

  it('is tried out before it is saved, each step with what was seen', async () => {
    const { user } = show(MAILBOX, SUPPORT);
    answers = [
      [
        200,
        {
          trials: [
            { step: 'sign-in', ok: true, detail: 'Signed in.' },
            { step: 'send', ok: false, detail: 'No such host.' },
          ],
        },
      ],
    ];
    await user.click(screen.getByRole('button', { name: 'Test now' }));
    const status = within(screen.getByRole('status'));
    expect(await status.findByText('1 step failed')).toBeTruthy();
    expect(status.getByText('No such host.')).toBeTruthy();
    expect(status.getByRole('img', { name: 'Does not work' })).toBeTruthy();
    expect(sent[0]).toMatchObject({
      path: '/api/channels/test',
      body: { id: 'a-1', channel: 'email' },
    });
    expect(sent[0]?.body).not.toHaveProperty('name');
  });
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../api/queries';
import { draftOf, keepDraft } from '../live/drafts';
import type { Me } from '../api/types';
import { conversation, message } from '../live/sample';
import { speak } from '../ui/text';
import { useComposer } from './useComposer';

speak('en', {});

type Answer = { status: number; body: unknown } | 'nobody there';

const MARA: Me = {
  id: 'mara',
  name: 'Mara',
  email: 'm@n.example',
  role: 'agent',
  teams: [],
  zone: 'UTC',
};
const sentAs = { position: 9, seq: 2, interactions: [message(2, 9, { direction: 'out' })] };
const collision = {
  type: 'https://x.example/problems/collision.reply',
  title: 'This reply has met another message',
  unseen: [message(2, 9, { direction: 'out', text: 'Bo was faster' })],
  last_public_seq: 2,
};

let number = 0;

function compose(...answers: Answer[]) {
  const id = `conversation-${++number}`;
  const its = conversation(id, [message(1, 1)]);
  const sent: { key: string; body: Record<string, unknown> }[] = [];
  vi.stubGlobal('fetch', (_: string, options: RequestInit) => {
    const key = (options.headers as Record<string, string>)['Idempotency-Key'] ?? '';
    sent.push({ key, body: JSON.parse(options.body as string) as Record<string, unknown> });
    const answer = answers.shift() ?? 'nobody there';
    return answer === 'nobody there'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  });
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, MARA);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const left = vi.fn();
  const { result } = renderHook(() => useComposer(its, left), { wrapper });
  const type = (text: string) => act(() => result.current.setText(text));
  const submit = () => act(() => result.current.submit());
  return { id, result, sent, type, submit, left };
}

beforeEach(() => localStorage.clear());

describe('a composer never loses text', () => {
  it('keeps it until the server has it', async () => {
    const { id, result, type, submit, left } = compose({ status: 201, body: sentAs });
    type('Hello');
    submit();
    expect(result.current.text).toBe('');
    expect(localStorage.getItem(`firth.draft.${id}`)).toContain('Hello');
    await waitFor(() => expect(left).toHaveBeenCalled());
    expect(localStorage.getItem(`firth.draft.${id}`)).toBeNull();
  });

  it('gives it back when nobody answers, and tries again under the same key', async () => {
    const { result, sent, type, submit } = compose('nobody there', { status: 201, body: sentAs });
    type('Hello');
    submit();
    await waitFor(() => expect(result.current.failure).not.toBeNull());
    expect(result.current.text).toBe('Hello');
    submit();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('takes another key for another text', async () => {
    const { result, sent, type, submit } = compose('nobody there', { status: 201, body: sentAs });
    type('Hello');
    submit();
    await waitFor(() => expect(result.current.text).toBe('Hello'));
    type('Hello again');
    submit();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('joins what was written while it was under way', async () => {
    const { result, type, submit } = compose('nobody there');
    type('First');
    submit();
    type('Second');
    await waitFor(() => expect(result.current.text).toBe('First\n\nSecond'));
  });

  it('finds it again after the page was closed while sending', () => {
    const { id } = compose();
    const its = { key: 'k', message: { kind: 'reply' as const, text: 'Half sent', base_seq: 1 } };
    localStorage.setItem(
      `firth.draft.${id}-closed`,
      JSON.stringify({ kind: 'reply', reply: '', note: '', baseSeq: 1, outgoing: its }),
    );
    expect(draftOf(`${id}-closed`)).toMatchObject({ reply: 'Half sent', tried: { key: 'k' } });
  });

  it('does not send an empty text, nor twice at once', () => {
    const { sent, type, submit } = compose({ status: 201, body: sentAs });
    submit();
    expect(sent).toHaveLength(0);
    type('Hello');
    submit();
    submit();
    expect(sent).toHaveLength(1);
  });
});

describe('a reply with a slot that is left open', () => {
  const open = 'Hi {{contact.name}}';

  it('is not sent by mistake', () => {
    const { sent, type, submit, result } = compose({ status: 201, body: sentAs });
    type(open);
    submit();
    expect(sent).toHaveLength(0);
    expect(result.current.hindered?.why).toBe('slot');
  });

  it('is sent as written by whoever means it, also past another reply', async () => {
    const { sent, type, result } = compose(
      { status: 409, body: collision },
      { status: 201, body: sentAs },
    );
    type(open);
    act(() => result.current.submit(undefined, { as_written: true }));
    await waitFor(() => expect(result.current.collision).not.toBeNull());
    expect(sent[0]?.body).toMatchObject({ text: open, as_written: true });
    act(() => result.current.sendAnyway());
    await waitFor(() => expect(result.current.collision).toBeNull());
    expect(sent[1]?.body).toMatchObject({ text: open, as_written: true, base_seq: 2 });
  });

  it('says so only where something is left open', async () => {
    const { sent, type, submit } = compose({ status: 201, body: sentAs });
    type('Hi Ada');
    submit();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).not.toHaveProperty('as_written');
  });
});

describe('a reply that met another', () => {
  const meet = async (...more: Answer[]) => {
    const composing = compose({ status: 409, body: collision }, ...more);
    composing.type('My words');
    composing.submit();
    await waitFor(() => expect(composing.result.current.collision).not.toBeNull());
    return composing;
  };

  it('shows what arrived and keeps the draft', async () => {
    const { result } = await meet();
    expect(result.current.collision?.unseen[0]?.text).toBe('Bo was faster');
    expect(result.current.text).toBe('My words');
  });

  it('goes on being written, and has seen what the sheet showed', async () => {
    const { result, sent, submit } = await meet({ status: 201, body: sentAs });
    act(() => result.current.keepEditing());
    expect(result.current.collision).toBeNull();
    submit();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ text: 'My words', base_seq: 2 });
  });

  it('is sent anyway under a new key, on what was shown', async () => {
    const { result, sent } = await meet({ status: 201, body: sentAs });
    act(() => result.current.sendAnyway());
    await waitFor(() => expect(result.current.collision).toBeNull());
    expect(sent[1]?.body).toMatchObject({ kind: 'reply', text: 'My words', base_seq: 2 });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it('becomes a note', async () => {
    const { result, sent } = await meet({ status: 201, body: sentAs });
    act(() => result.current.saveAsNote());
    await waitFor(() => expect(result.current.collision).toBeNull());
    expect(sent[1]?.body).toMatchObject({ kind: 'note', text: 'My words' });
    expect(result.current.text).toBe('');
  });

  it('is discarded', async () => {
    const { result } = await meet();
    act(() => result.current.discard());
    expect(result.current.text).toBe('');
    expect(result.current.collision).toBeNull();
  });

  it('may be stopped a second time', async () => {
    const { result } = await meet({ status: 409, body: { ...collision, last_public_seq: 3 } });
    act(() => result.current.sendAnyway());
    await waitFor(() => expect(result.current.collision?.lastPublicSeq).toBe(3));
    expect(result.current.text).toBe('My words');
  });
});

describe('what arrives while a reply is written', () => {
  it('counts against the draft, not against an empty composer', () => {
    const id = `conversation-${++number}`;
    const its = conversation(id, [message(1, 1), message(2, 2)]);
    const before = { ...its, last_public_seq: 2 };
    const client = new QueryClient();
    client.setQueryData(meQuery.queryKey, MARA);
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    );
    const { result } = renderHook(() => useComposer(before, () => undefined), { wrapper });
    expect(result.current.missed).toEqual([]);
    act(() => keepDraft(id, { kind: 'reply', reply: 'Old words', note: '', baseSeq: 1 }));
    expect(result.current.missed.map(({ seq }) => seq)).toEqual([2]);
    act(() => result.current.review());
    expect(result.current.missed).toEqual([]);
  });
});

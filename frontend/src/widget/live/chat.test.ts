import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatOptions } from './chat';
import { Chat } from './chat';
import type { EventFrame } from './frames';
import { remembering } from './memory';
import { message, welcome, Wire } from './sample';
import { messagesOf } from './thread';

function begin(kept: Record<string, string> = {}, more: Partial<ChatOptions> = {}) {
  const wires: Wire[] = [];
  const storage = new Map(Object.entries(kept));
  let next = 1;
  const chat = new Chat({
    account: 'a',
    locale: 'en',
    memory: remembering(kept, (key, value) =>
      value === null ? storage.delete(key) : storage.set(key, value),
    ),
    connect: () => {
      const wire = new Wire();
      wires.push(wire);
      return wire;
    },
    page: () => ({ url: 'https://shop.example/', title: 'Shop' }),
    random: () => 0,
    newId: () => `m${next++}`,
    ...more,
  });
  chat.start();
  const last = () => wires.at(-1)!;
  const greet = (...args: Parameters<typeof welcome>) => {
    last().opens();
    last().say(welcome(...args));
  };
  const comeBack = (...args: Parameters<typeof welcome>) => {
    last().breaks();
    vi.advanceTimersByTime(500);
    greet(...args);
  };
  const texts = () => [
    ...messagesOf(chat.now().thread).map(({ text }) => text),
    ...chat.now().waiting.map(({ text }) => `${text} (waits)`),
  ];
  return { chat, wires, storage, last, greet, comeBack, texts };
}

const own = (seq: number, text: string, client_id: string) =>
  message(seq, text, { from: 'visitor', name: null, client_id });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a message of the visitor', () => {
  it('is pending until it comes back by its id', () => {
    const { chat, last, greet, texts } = begin();
    greet();
    chat.send('Hello');
    expect(last().all('message')).toEqual([
      { op: 'message', id: 'm1', text: 'Hello', uploads: [] },
    ]);
    expect(texts()).toEqual(['Hello (waits)']);
    last().say({ op: 'token', token: 't' }, own(1, 'Hello', 'm1'));
    expect(texts()).toEqual(['Hello']);
    expect(chat.token()).toBe('t');
  });

  it('is sent again with the same id when its acknowledgement was lost, and stands there once', () => {
    const { chat, last, greet, comeBack, texts, wires } = begin();
    greet();
    chat.send('Hello');
    last().say({ op: 'token', token: 't' });
    comeBack({ id: 'c', open: true, last_seq: 1 });
    expect(
      last()
        .all('message')
        .map(({ id }) => id),
    ).toEqual(['m1']);
    last().say(own(1, 'Hello', 'm1'), own(1, 'Hello', 'm1'));
    expect(texts()).toEqual(['Hello']);
    expect(last().all('hello')[0]).toMatchObject({ token: 't', from: 0 });
    expect(wires).toHaveLength(2);
  });

  it('is not sent again when its event comes with the replay before it is its turn', () => {
    const { chat, last, greet, comeBack } = begin({ token: 't' });
    greet({ id: 'c', open: true });
    chat.send('Hello');
    last().breaks();
    vi.advanceTimersByTime(500);
    last().opens();
    last().say(own(4, 'Hello', 'm1'), welcome({ id: 'c', open: true, last_seq: 4 }));
    expect(last().all('message')).toEqual([]);
    comeBack({ id: 'c', open: true, last_seq: 4 });
    expect(last().all('message')).toEqual([]);
  });

  it('waits for the connection, with all that came after it, in order', () => {
    const { chat, last, greet, comeBack, texts, storage } = begin();
    greet();
    last().breaks();
    for (const text of ['one', 'two', 'three']) chat.send(text);
    expect(texts()).toEqual(['one (waits)', 'two (waits)', 'three (waits)']);
    expect([...storage.keys()]).toEqual(['q.m1', 'q.m2', 'q.m3']);
    comeBack();
    expect(
      last()
        .all('message')
        .map(({ text }) => text),
    ).toEqual(['one', 'two', 'three']);
  });

  it('written on a page that was closed is sent by the next', () => {
    const first = begin();
    first.chat.send('still here');
    const second = begin(Object.fromEntries(first.storage));
    second.greet();
    expect(second.last().all('message')).toMatchObject([{ id: 'm1', text: 'still here' }]);
  });

  it('is sent again when a live server has said nothing to it for long', () => {
    const { chat, last, greet } = begin();
    greet();
    chat.send('Hello');
    for (let second = 0; second < 21; second++) {
      vi.advanceTimersByTime(1000);
      last().say({ op: 'ping', t: second });
    }
    expect(
      last()
        .all('message')
        .map(({ id }) => id),
    ).toEqual(['m1', 'm1']);
  });

  it('goes again by itself when the server asks for patience', () => {
    const { chat, last, greet, texts } = begin();
    greet();
    chat.send('Hello');
    last().say({ op: 'refused', id: 'm1', code: 'rate', detail: 'Slower.', retry_after: 2 });
    expect(texts()).toEqual(['Hello (waits)']);
    expect(chat.now().waiting[0]?.refused).toBeUndefined();
    vi.advanceTimersByTime(2000);
    expect(last().all('message')).toHaveLength(2);
  });

  it('that is refused for good waits for the visitor, and holds nothing up', () => {
    const { chat, last, greet } = begin();
    greet();
    chat.send('too long');
    last().say({ op: 'refused', id: 'm1', code: 'length', detail: 'Too long.' });
    expect(chat.now().waiting[0]?.refused).toBe('Too long.');
    chat.send('short');
    expect(
      last()
        .all('message')
        .map(({ id }) => id),
    ).toEqual(['m1', 'm2']);
    chat.retry('m1');
    expect(last().all('message').at(-1)?.id).toBe('m1');
    chat.discard('m1');
    expect(chat.now().waiting.map(({ id }) => id)).toEqual(['m2']);
  });

  it('is stamped with the server’s time when the visitor’s clock is wrong', () => {
    const { chat, greet } = begin();
    const serverNow = Date.now() + 86_400_000;
    greet({}, { server_time: new Date(serverNow).toISOString() });
    chat.send('Hello');
    expect(chat.now().waiting[0]?.at).toBe(new Date(serverNow).toISOString());
  });

  it('is sent even where the page may keep nothing', () => {
    const refusing = remembering({}, () => undefined);
    const { chat, last, greet, comeBack, texts } = begin({}, { memory: refusing });
    greet();
    chat.send('Hello');
    last().say({ op: 'token', token: 't' });
    comeBack({ id: 'c', open: true });
    expect(last().all('hello')[0]?.token).toBe('t');
    last().say(own(1, 'Hello', 'm1'));
    expect(texts()).toEqual(['Hello']);
  });
});

describe('the conversation', () => {
  it('goes on from where it stood, and what comes twice or late changes nothing', () => {
    const { last, greet, comeBack, texts } = begin({ token: 't' });
    greet({ id: 'c', open: true, last_seq: 5 });
    last().say(message(2, 'a'), message(5, 'b'));
    comeBack({ id: 'c', open: true, last_seq: 9 });
    expect(last().all('hello')[0]).toMatchObject({ from: 5, conversation: 'c', epoch: 'one' });
    last().say(message(5, 'b'), message(9, 'd'), message(7, 'c'));
    expect(texts()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('begins anew when the server’s history is another one', () => {
    const { last, greet, comeBack, texts } = begin({ token: 't' });
    greet({ id: 'c', open: true });
    last().say(message(5, 'old'));
    comeBack({ id: 'c', open: true }, { epoch: 'two' });
    last().say(message(1, 'new'));
    expect(texts()).toEqual(['new']);
    comeBack({ id: 'c', open: true }, { epoch: 'two' });
    expect(last().all('hello')[0]).toMatchObject({ from: 1, epoch: 'two' });
  });

  it('is another one when the server says so in between', () => {
    const { chat, last, greet, comeBack, texts } = begin({ token: 't' });
    greet({ id: 'c', open: true, read_seq: 5 });
    const value = { id: 'd', open: true, last_seq: 1, read_seq: 0 };
    last().say(message(5, 'old'), { op: 'state', key: 'conversation', value }, message(1, 'new'));
    expect(texts()).toEqual(['new']);
    expect(chat.now().readSeq).toBe(0);
    comeBack({ id: 'd', open: true });
    expect(last().all('hello')[0]).toMatchObject({ from: 1, conversation: 'd' });
  });

  it('is whole when it was merged into another one, and each part stands once', () => {
    const { chat, last, greet, comeBack, texts } = begin({ token: 't' });
    greet({ id: 'c', open: true });
    last().say(message(7, 'old'));
    const value = { id: 'd', open: true, last_seq: 3, read_seq: 0 };
    const earlier = (...events: EventFrame[]) => ({
      op: 'earlier' as const,
      conversation: 'c',
      events,
    });
    last().say({ op: 'state', key: 'conversation', value }, earlier(message(7, 'old')));
    last().say(message(2, 'new'), earlier(message(7, 'old'), message(8, 'unseen')));
    expect(texts()).toEqual(['old', 'unseen', 'new']);
    expect(messagesOf(chat.now().thread).map(({ seq }) => seq)).toEqual([-2, -1, 2]);
    chat.read(-1);
    chat.read(-1);
    expect(last().all('read')).toEqual([{ op: 'read', seq: 0 }]);
    comeBack({ id: 'd', open: true });
    expect(last().all('hello')[0]).toMatchObject({ from: 2, conversation: 'd' });
  });

  it('keeps what was said when it only learns its name', () => {
    const { last, greet, texts } = begin({ token: 't' });
    greet();
    const value = { id: 'c', open: true, last_seq: 1, read_seq: 0 };
    last().say(message(1, 'a'), { op: 'state', key: 'conversation', value });
    expect(texts()).toEqual(['a']);
  });

  it('tells of news, and not of what was there before', () => {
    const onNews = vi.fn();
    const { last, greet } = begin({ token: 't' }, { onNews });
    greet({ id: 'c', open: true, last_seq: 3 });
    last().say(message(3, 'old'), own(4, 'mine', 'x'), message(5, 'new'), message(5, 'new'));
    expect(onNews.mock.calls.map(([news]) => (news as { text: string }).text)).toEqual(['new']);
  });

  it('says how far the visitor has read, again if the line was down', () => {
    const { chat, last, greet, comeBack } = begin({ token: 't' });
    greet({ id: 'c', open: true });
    last().say(message(2, 'a'));
    last().breaks();
    chat.read(2);
    comeBack({ id: 'c', open: true, read_seq: 0 });
    expect(last().all('read')).toEqual([{ op: 'read', seq: 2 }]);
    chat.read(1);
    expect(chat.now().readSeq).toBe(2);
  });

  it('never reads backwards on our side', () => {
    const { chat, last, greet } = begin();
    greet();
    for (const seq of [6, 4]) last().say({ op: 'state', key: 'read', value: { seq } });
    expect(chat.now().readByUs).toBe(6);
  });

  it('shows typing until a message comes, or for a while', () => {
    const { chat, last, greet } = begin();
    greet();
    last().say({ op: 'state', key: 'typing', value: { on: true, name: 'Bo' } });
    expect(chat.now().typing).toEqual({ name: 'Bo' });
    last().say(message(1, 'there'));
    expect(chat.now().typing).toBeNull();
    last().say({ op: 'state', key: 'typing', value: { on: true, name: 'Bo' } });
    vi.advanceTimersByTime(8000);
    expect(chat.now().typing).toBeNull();
  });

  it('says that the visitor types at most every three seconds, and when they stop', () => {
    const { chat, last, greet } = begin();
    greet();
    for (const on of [true, true, true, false, false]) chat.typing(on);
    expect(
      last()
        .all('typing')
        .map(({ on }) => on),
    ).toEqual([true, false]);
  });
});

describe('who the visitor is', () => {
  it('is forgotten when the server does not know the token', () => {
    const { chat, last, comeBack } = begin({ token: 'old' });
    last().opens();
    last().say({ op: 'error', code: 'token.unknown', detail: '' }, welcome());
    expect(chat.token()).toBeUndefined();
    comeBack();
    expect(last().all('hello')[0]).not.toHaveProperty('token');
  });

  it('is kept when the server turns the token', () => {
    const { last, greet, storage } = begin({ token: 'one' });
    greet({}, { token: 'two' });
    expect(storage.get('token')).toBe('two');
    expect(last().all('hello')[0]?.token).toBe('one');
  });

  it('is what another tab has learned', () => {
    const { chat, greet, last, wires } = begin();
    greet();
    chat.adopt('t');
    expect(wires).toHaveLength(2);
    greet({ id: 'c', open: true });
    expect(last().all('hello')[0]?.token).toBe('t');
    chat.adopt('t');
    expect(wires).toHaveLength(2);
  });

  it('is proven by what the page says, at each hello', () => {
    const { chat, greet, last } = begin();
    greet();
    chat.identify({ jwt: 'x.y.z' });
    greet();
    expect(last().all('hello')[0]?.identity).toEqual({ jwt: 'x.y.z' });
  });

  it('does not matter where the account is closed, until it is open again', () => {
    const { chat, last, greet } = begin();
    greet();
    last().say({ op: 'bye', reason: 'account', retry_after: 60 });
    expect(chat.now().isShut).toBe(true);
    vi.advanceTimersByTime(60_000);
    greet();
    expect(chat.now().isShut).toBe(false);
  });

  it('is gone after a logout, with all that was said and not sent', () => {
    const { chat, last, greet, texts, storage } = begin({ token: 't' });
    greet({ id: 'c', open: true });
    last().say(message(2, 'private'));
    last().breaks();
    chat.send('not sent');
    chat.logout();
    expect(texts()).toEqual([]);
    expect(storage.size).toBe(0);
    greet();
    expect(last().all('hello')[0]).toMatchObject({ from: 0 });
    expect(last().all('hello')[0]).not.toHaveProperty('token');
  });
});

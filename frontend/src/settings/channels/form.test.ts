import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/request';
import type { Channel, ChannelField } from '../../api/types';
import { bodyOf, check, draftOf, isChanged, newSecret, refusalOf } from './form';

const field = (name: string, more: Partial<ChannelField> = {}): ChannelField => ({
  name,
  kind: 'text',
  required: false,
  initial: null,
  choices: [],
  ...more,
});

const ADDRESS = field('address', { required: true });
const PORT = field('imap_port', { kind: 'number' });
const SECURITY = field('imap_security', { kind: 'choice', required: true, initial: 'tls' });
const PASSWORD = field('imap_password', { kind: 'secret', required: true });
const FIELDS = [ADDRESS, PORT, SECURITY, PASSWORD];

const SUPPORT = {
  name: 'Support',
  settings: { address: 'support@acme.test', imap_port: '993' },
  secrets: ['imap_password'],
} as unknown as Channel;

describe('the form of an account', () => {
  it('begins with what the channel proposes, and without secrets', () => {
    expect(draftOf(FIELDS)).toEqual({
      name: '',
      settings: { address: '', imap_port: '', imap_security: 'tls' },
      secrets: {},
    });
  });

  it('shows what is saved, and what the channel proposes where nothing is', () => {
    expect(draftOf(FIELDS, SUPPORT).settings).toEqual({
      address: 'support@acme.test',
      imap_port: '993',
      imap_security: 'tls',
    });
  });

  it('shows the address of an account that has no settings yet', () => {
    const first = { ...SUPPORT, address: 'first@acme.test', settings: {} };
    expect(draftOf(FIELDS, first).settings.address).toBe('first@acme.test');
  });

  it('knows whether anything was changed, a secret too', () => {
    const start = draftOf(FIELDS, SUPPORT);
    expect(isChanged(start, start)).toBe(false);
    expect(isChanged({ ...start, name: 'Sales' }, start)).toBe(true);
    expect(isChanged({ ...start, secrets: { imap_password: '' } }, start)).toBe(true);
    const moved = { ...start.settings, imap_port: '143' };
    expect(isChanged({ ...start, settings: moved }, start)).toBe(true);
  });

  it('misses what is needed, except for what is kept or has a value of its own', () => {
    const draft = { name: ' ', settings: { address: '', imap_security: '' }, secrets: {} };
    expect(check(FIELDS, draft)).toEqual({
      name: 'missing',
      address: 'missing',
      imap_password: 'missing',
    });
    expect(check(FIELDS, draftOf(FIELDS, SUPPORT), ['imap_password'])).toEqual({});
  });

  it('misses a kept secret that is about to be taken away', () => {
    const draft = { ...draftOf(FIELDS, SUPPORT), secrets: { imap_password: '' } };
    expect(check(FIELDS, draft, ['imap_password'])).toEqual({ imap_password: 'missing' });
  });

  it('wants whole numbers where numbers are', () => {
    const draft = draftOf(FIELDS, SUPPORT);
    const errorOf = (port: string) =>
      check([PORT], { ...draft, settings: { imap_port: port } }).imap_port;
    expect(['993', ' 993 ', ''].map(errorOf)).toEqual([undefined, undefined, undefined]);
    expect(['-1', '9.5', 'imap'].map(errorOf)).toEqual(['number', 'number', 'number']);
  });

  it('sends what was typed without the space around it, but secrets as they are', () => {
    const draft = {
      name: ' Support ',
      settings: { address: ' a@b.test ' },
      secrets: { key: ' x ' },
    };
    expect(bodyOf(draft)).toEqual({
      name: 'Support',
      settings: { address: 'a@b.test' },
      secrets: { key: ' x ' },
    });
  });
});

describe('a refusal', () => {
  const refused = (body: Record<string, unknown>) => refusalOf(new Problem(422, body), FIELDS);

  it('stands at the setting that its code names', () => {
    const type = 'https://desk.test/problems/settings.address';
    expect(refused({ type, detail: 'That is no address.' })).toEqual({
      errors: { address: 'That is no address.' },
      rest: null,
    });
  });

  it('stands at the fields that it lists', () => {
    const fields = [
      { field: 'settings.imap_port', message: 'too large' },
      { field: 'name', message: 'too long' },
    ];
    const type = 'https://desk.test/problems/settings.refused';
    expect(refused({ type, detail: 'Some fields are not right.', fields })).toEqual({
      errors: { imap_port: 'too large', name: 'too long' },
      rest: null,
    });
  });

  it('is told in whole where it is about no field that is shown', () => {
    const type = 'https://desk.test/problems/settings.elsewhere';
    expect(refused({ type, detail: 'Not this way.' }).rest).toBe('Not this way.');
    expect(refusalOf(new Error('The server could not be reached.'), FIELDS)).toEqual({
      errors: {},
      rest: 'The server could not be reached.',
    });
  });
});

describe('a secret of ours', () => {
  it('has 256 bits in hex, and is another one each time', () => {
    expect(newSecret()).toMatch(/^[0-9a-f]{64}$/);
    expect(newSecret()).not.toBe(newSecret());
  });
});

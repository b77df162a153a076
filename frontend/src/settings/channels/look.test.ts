import { describe, expect, it } from 'vitest';
import type { Channel, ChannelField } from '../../api/types';
import { contrast, inkOn, isColor } from './color';
import { conditionOf } from '../../api/channels';
import { presetOf, presets, settingsOf } from './presets';
import { choiceOf, groupsOf, hintOf, labelOf } from './words';

const field = (name: string): ChannelField => ({
  name,
  kind: 'text',
  required: false,
  initial: null,
  choices: [],
});

describe('the words of a field', () => {
  it('are our own, and its name spelt out where there are none', () => {
    expect(labelOf('email', field('imap_host'))).toBe('IMAP server');
    expect(labelOf('email', field('brand_new_thing'))).toBe('Brand new thing');
    expect(hintOf('email', field('brand_new_thing'))).toBeUndefined();
    expect(choiceOf('chat', field('position'), 'left')).toBe('Left');
    expect(choiceOf('chat', field('position'), 'far_away')).toBe('Far away');
  });
});

describe('the layout of a form', () => {
  const laidOut = (channel: string, names: string[]) =>
    groupsOf(channel, names.map(field)).map(({ name, rows }) => [
      name,
      rows.map((row) => row.map((one) => one.name)),
    ]);

  it('puts fields into their groups and rows, whatever order they come in', () => {
    expect(laidOut('email', ['smtp_host', 'imap_port', 'imap_host', 'address'])).toEqual([
      ['identity', [['address']]],
      ['receiving', [['imap_host', 'imap_port']]],
      ['sending', [['smtp_host']]],
    ]);
  });

  it('loses no field that nobody has heard of', () => {
    expect(laidOut('chat', ['origins', 'moon_phase'])).toEqual([
      ['site', [['origins']]],
      ['more', [['moon_phase']]],
    ]);
    expect(laidOut('pigeon', ['loft'])).toEqual([['all', [['loft']]]]);
  });
});

describe('a provider', () => {
  it('fills in both servers, and is known again by them', () => {
    for (const preset of presets) expect(presetOf(settingsOf(preset))).toBe(preset);
    expect(presetOf({ imap_host: 'imap.acme.test', smtp_host: 'smtp.acme.test' })).toBeUndefined();
  });

  it('is never spoken to in the clear', () => {
    for (const preset of presets) {
      const { imap_security: imap, smtp_security: smtp, smtp_port: port } = settingsOf(preset);
      expect([imap, smtp]).toEqual(['tls', port === '587' ? 'starttls' : 'tls']);
    }
  });
});

describe('a colour', () => {
  it('has ink that can be read on it', () => {
    expect(inkOn('#1b4332')).toBe('#ffffff');
    expect(inkOn('#ffe066')).toBe('#14191d');
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });

  it('is written in one way', () => {
    expect(['#2457d6', '#2457D6'].every(isColor)).toBe(true);
    expect(['#fff', 'red', '#2457d6; x'].some(isColor)).toBe(false);
  });
});

describe('the condition of an account', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  const its = (health: Partial<Channel['health']>, state: Channel['state'] = 'active') =>
    conditionOf(
      {
        state,
        health: {
          last_success: '2026-11-27T11:59:00Z',
          last_received: null,
          lag_ms: null,
          failures: 0,
          oldest_unprocessed: null,
          refused: {},
          problem: null,
          problem_since: null,
          ...health,
        },
      } as Channel,
      now,
    );

  it('is the worst that is true of it', () => {
    expect(its({ problem: 'No such host.', failures: 3 })).toBe('dead');
    expect(its({ failures: 3 })).toBe('failing');
    expect(its({ oldest_unprocessed: '2026-11-27T11:30:00Z' })).toBe('late');
    expect(its({ oldest_unprocessed: '2026-11-27T11:59:00Z' })).toBe('well');
    expect(its({ last_success: null })).toBe('new');
  });

  it('is no alarm while it is paused on purpose', () => {
    expect(its({ problem: 'No such host.' }, 'paused')).toBe('paused');
  });
});

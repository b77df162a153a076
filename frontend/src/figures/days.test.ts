import { describe, expect, it } from 'vitest';
import { beginOf, clockOf, hourName, hoursBetween } from './days';

const iso = (ms: number) => new Date(ms).toISOString();

describe('a day of a zone', () => {
  it.each([
    ['2026-11-28', 'UTC', '2026-11-28T00:00:00.000Z'],
    ['2026-11-28', 'Europe/Berlin', '2026-11-27T23:00:00.000Z'],
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2026-11-28', 'Asia/Kolkata', '2026-11-27T18:30:00.000Z'],
    // the days on which clocks are put forward and back
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, at) => expect(iso(beginOf(day, zone))).toBe(at));
});

describe('hours', () => {
  it('are named as the server names them, and read as the zone shows them', () => {
    const from = Date.parse('2026-11-27T23:00:00Z');
    expect(hoursBetween(from, from + 90 * 60_000)).toEqual([
      '2026-11-27T23:00:00Z',
      '2026-11-28T00:00:00Z',
    ]);
    expect(hoursBetween(from, from)).toEqual([]);
    expect(hourName('2026-11-27T23:00:00Z', 'Europe/Berlin')).toBe('00:00');
    expect(clockOf('Europe/Berlin')(from)).toEqual({ day: '2026-11-28', hour: 0, minute: 0 });
  });
});

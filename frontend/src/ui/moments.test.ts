import { describe, expect, it } from 'vitest';
import { atWall, custom, fieldValue, snoozeChoices } from './moments';

const at = (text: string) => Date.parse(text);
const berlin = 'Europe/Berlin';

describe('snoozing', () => {
  it('offers moments in the agent’s zone', () => {
    const choices = snoozeChoices(at('2026-11-19T16:20:00Z'), berlin);
    expect(choices.map(({ id, at: when }) => `${id} ${when}`)).toEqual([
      'hour 2026-11-19T17:20:00.000Z',
      'hours 2026-11-19T19:20:00.000Z',
      'tomorrow 2026-11-20T08:00:00.000Z',
      'monday 2026-11-23T08:00:00.000Z',
      'week 2026-11-26T08:00:00.000Z',
    ]);
  });

  it('offers no moment twice', () => {
    const onSunday = snoozeChoices(at('2026-11-22T10:00:00Z'), berlin).map(({ id }) => id);
    expect(onSunday).toEqual(['hour', 'hours', 'tomorrow', 'week']);
  });

  it('means tomorrow by the clock on the wall, over a change of clocks too', () => {
    const eve = snoozeChoices(at('2026-10-24T12:00:00Z'), berlin);
    expect(eve.find(({ id }) => id === 'tomorrow')?.at).toBe('2026-10-25T08:00:00.000Z');
    const spring = snoozeChoices(at('2026-03-28T12:00:00Z'), berlin);
    expect(spring.find(({ id }) => id === 'tomorrow')?.at).toBe('2026-03-29T07:00:00.000Z');
  });

  it('counts the day where the agent is', () => {
    const lateInTokyo = snoozeChoices(at('2026-11-19T16:20:00Z'), 'Asia/Tokyo');
    expect(lateInTokyo.find(({ id }) => id === 'tomorrow')?.at).toBe('2026-11-21T00:00:00.000Z');
  });

  it('reads a field in the agent’s zone, and only the future', () => {
    const now = at('2026-11-19T16:20:00Z');
    expect(custom('2026-11-20T09:30', berlin, now)).toBe('2026-11-20T08:30:00.000Z');
    expect(custom('2026-11-19T09:30', berlin, now)).toBeNull();
    expect(custom('', berlin, now)).toBeNull();
    expect(fieldValue(now, berlin)).toBe('2026-11-19T17:20');
  });

  it('knows days beyond the month’s end', () => {
    const wall = { year: 2026, month: 11, day: 31, hour: 9, minute: 0 };
    expect(new Date(atWall(wall, 'UTC')).toISOString()).toBe('2026-12-01T09:00:00.000Z');
  });
});

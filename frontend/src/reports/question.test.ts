import { describe, expect, it } from 'vitest';
import { addDays, dayIn, monthOf, weekOf } from '../figures/days';
import {
  askedOf,
  axisOf,
  bounds,
  daysOf,
  groupAsked,
  groupedBy,
  searchOf,
  stepOf,
} from './question';

const today = '2026-11-27';

describe('days', () => {
  it('are counted over months, years and the change of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', -1)).toBe('2026-03-28');
    expect(monthOf('2026-01-15', -1)).toBe('2025-12-01');
    expect(weekOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2026-11-23')).toBe('2026-11-23');
  });

  it('begin where the zone is', () => {
    const late = Date.parse('2026-11-27T23:30:00Z');
    expect([dayIn('UTC', late), dayIn('Asia/Tokyo', late)]).toEqual(['2026-11-27', '2026-11-28']);
  });
});

describe('an address', () => {
  it('keeps what makes sense and drops the rest', () => {
    expect(
      searchOf({ metric: 'csat', preset: 'never', by: 'day', group: 'mood', team: '', from: 'x' }),
    ).toEqual({ metric: 'csat', by: 'day', team: '' });
  });
});

describe('a period', () => {
  it.each([
    ['today', '2026-11-27', '2026-11-28'],
    ['7d', '2026-11-21', '2026-11-28'],
    ['28d', '2026-10-31', '2026-11-28'],
    ['month', '2026-11-01', '2026-12-01'],
    ['last_month', '2026-10-01', '2026-11-01'],
  ] as const)('of %s', (preset, from, to) =>
    expect(daysOf({ preset }, today)).toEqual({ from, to }),
  );

  it('of one’s own includes its last day, and never ends before it begins', () => {
    const own = { preset: 'custom', from: '2026-11-10' } as const;
    expect(daysOf({ ...own, until: '2026-11-12' }, today).to).toBe('2026-11-13');
    expect(daysOf({ ...own, until: '2026-11-01' }, today).to).toBe('2026-11-28');
  });

  it('is cut into units that can be read', () => {
    expect(stepOf({}, { from: today, to: '2026-11-28' })).toBe('hour');
    expect(stepOf({}, { from: '2026-10-31', to: '2026-11-28' })).toBe('day');
    expect(stepOf({ by: 'hour' }, { from: '2026-01-01', to: '2026-11-28' })).toBe('week');
    expect(stepOf({ by: 'none' }, { from: today, to: '2026-11-28' })).toBeNull();
  });
});

describe('a question', () => {
  const days = { from: '2026-11-01', to: '2026-12-01' };
  const asked = askedOf({ team: '', channel: 'chat', hours: 'business' }, 'csat', days, 'UTC');

  it('asks by an empty word for what is nobody’s', () => {
    expect(asked).toEqual({
      metric: 'csat',
      from: '2026-11-01',
      to: '2026-12-01',
      zone: 'UTC',
      hours: 'business',
      team: '',
      channel: 'chat',
    });
    expect(groupedBy(asked, 'day', 'agent').group_by).toBe('day,agent');
    expect(groupedBy(asked, null, undefined)).toBe(asked);
  });

  it('is narrowed to a group, and never to more than its period', () => {
    const week = groupAsked(asked, { week: '2026-10-26', agent: null });
    expect([week.from, week.to, week.agent]).toEqual(['2026-11-01', '2026-11-02', '']);
    const hour = groupAsked(asked, { hour: '2026-11-05T10:00:00Z' });
    expect([hour.from, hour.to]).toEqual(['2026-11-05T10:00:00Z', '2026-11-05T11:00:00.000Z']);
  });
});

describe('a unit of time', () => {
  it.each([
    ['day', '2026-11-30', '2026-11-30', '2026-12-01'],
    ['week', '2026-11-30', '2026-11-30', '2026-12-07'],
    ['month', '2026-12', '2026-12-01', '2027-01-01'],
    ['quarter', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['year', '2026', '2026-01-01', '2027-01-01'],
  ] as const)('%s %s', (step, key, from, to) => expect(bounds(step, key)).toEqual({ from, to }));
});

describe('the axis', () => {
  it('has every day of the period, and none of the future', () => {
    const days = { from: '2026-11-25', to: '2026-12-01' };
    expect(axisOf('day', days, today, [])).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
    expect(axisOf('quarter', { from: '2026-05-01', to: '2026-08-01' }, today, [])).toEqual([
      '2026-Q2',
      '2026-Q3',
    ]);
  });

  it('has the hours between the first and the last', () => {
    const days = { from: today, to: '2026-11-28' };
    const hours = ['2026-11-27T08:00:00Z', '2026-11-27T10:00:00Z'];
    expect(axisOf('hour', days, today, hours)).toEqual([
      '2026-11-27T08:00:00Z',
      '2026-11-27T09:00:00Z',
      '2026-11-27T10:00:00Z',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { factsAsked } from './asked';

const now = Date.parse('2026-11-27T23:30:00Z');

describe('what is behind a number of the board', () => {
  it('stands at this moment', () => {
    expect(factsAsked('backlog_open', { span: 'now', agent: '' }, now, 'UTC')).toEqual({
      metric: 'backlog_open',
      from: '2026-11-27T23:29:59.000Z',
      to: '2026-11-27T23:30:00.000Z',
      zone: 'UTC',
      agent: '',
    });
  });

  it('is of the last hour, and of a team where the board is', () => {
    const asked = factsAsked('response_time', { span: 'hour', team: 't-1' }, now, 'UTC');
    expect([asked.from, asked.to, asked.team]).toEqual([
      '2026-11-27T22:30:00.000Z',
      '2026-11-27T23:30:00.000Z',
      't-1',
    ]);
  });

  it('may be the span before: an hour ago, the hour before, as much of yesterday', () => {
    const of = (span: 'now' | 'hour' | 'today', zone = 'UTC') => {
      const { from, to } = factsAsked('m', { span, before: true }, now, zone);
      return [from, to];
    };
    expect(of('now')).toEqual(['2026-11-27T22:29:59.000Z', '2026-11-27T22:30:00.000Z']);
    expect(of('hour')).toEqual(['2026-11-27T21:30:00.000Z', '2026-11-27T22:30:00.000Z']);
    expect(of('today')).toEqual(['2026-11-26', '2026-11-26T23:30:00.000Z']);
    expect(of('today', 'Europe/Berlin')).toEqual(['2026-11-27', '2026-11-26T23:30:00.000Z']);
  });

  it('is of the day it is where the figures live', () => {
    const asked = factsAsked('csat', { span: 'today' }, now, 'Europe/Berlin');
    expect([asked.from, asked.to]).toEqual(['2026-11-28', '2026-11-29']);
  });
});

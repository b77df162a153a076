import { describe, expect, it } from 'vitest';
import type { Figure } from '../api/reports';
import type { HeatSlot } from './heat';
import {
  colourOf,
  levelsOf,
  median,
  merged,
  movedTo,
  slotsOf,
  spikeOf,
  spikesOf,
  withMedians,
} from './heat';

const counted = (hour: string, value: number): Figure => ({ key: { hour }, n: value, value });
const took = (hour: string, n: number, mean: number): Figure => ({
  key: { hour },
  ...{ n, value: mean, mean, median: 1 },
});

describe('several hours together', () => {
  it('are of counts the average of an hour, those with nothing included', () => {
    expect(merged('count', [counted('a', 4), undefined, undefined, counted('b', 2)])).toBe(1.5);
  });

  it('are of durations the mean of all that was counted, not of the means', () => {
    expect(merged('seconds', [took('a', 1, 100), took('b', 3, 20)])).toBe(40);
  });

  it('are of shares all that hit ÷ all, also of hours that have no value', () => {
    const share = (n: number, hits: number) => ({ key: {}, n, hits, value: n ? hits / n : null });
    expect(merged('ratio', [share(1, 1), share(3, 1)])).toBe(0.5);
    expect(merged('ratio', [share(0, 2), share(4, 2)])).toBe(1);
    expect(
      merged('ratio', [
        { key: {}, n: 4, value: -0.5 },
        { key: {}, n: 1, value: 1 },
      ]),
    ).toBe(-0.2);
  });

  it('are of what stands at a moment the average of those that have a value', () => {
    const stood = (n: number, value: number | null) => ({ key: {}, n, value });
    expect(merged('seconds', [stood(90, 60), stood(1, 120), stood(0, null)])).toBe(90);
  });

  it('are nothing where nothing was counted', () => {
    for (const unit of ['count', 'seconds', 'ratio', 'number'] as const) {
      expect(merged(unit, [undefined, { key: {}, n: 0, value: null }])).toBeNull();
    }
    expect(merged('ratio', [{ key: {}, n: 2, value: 0, hits: 0 }])).toBe(0);
  });
});

const at = (slots: HeatSlot[], weekday: number, hour: number) => slots[weekday * 24 + hour];

describe('the hours of a week', () => {
  // two weeks from a Monday on, in Berlin
  const from = Date.parse('2026-11-01T23:00:00Z');
  const to = Date.parse('2026-11-15T23:00:00Z');

  it('are those of the zone', () => {
    const slots = slotsOf('count', 'Europe/Berlin', from, to, to, [
      counted('2026-11-01T23:00:00Z', 3),
      counted('2026-11-08T23:00:00Z', 1),
      counted('2026-11-15T22:00:00Z', 5),
    ]);
    expect(slots).toHaveLength(168);
    expect(at(slots, 0, 0)).toMatchObject({ weekday: 0, hour: 0, n: 4, value: 2 });
    expect(at(slots, 6, 23)).toMatchObject({ n: 5, value: 2.5 });
    expect(at(slots, 3, 12)).toMatchObject({ n: 0, value: null });
    expect(slots.every(({ hours }) => hours.length === 2)).toBe(true);
  });

  it('know nothing of an hour that is not over', () => {
    const now = Date.parse('2026-11-02T09:30:00Z');
    const slots = slotsOf('count', 'UTC', from, to, now, [counted('2026-11-02T09:00:00Z', 7)]);
    expect(at(slots, 0, 8)?.hours).toHaveLength(1);
    expect(at(slots, 0, 9)).toMatchObject({ hours: [], value: null });
  });

  it('stay where they are when the clocks change', () => {
    // from Saturday before to Monday after the clocks go back in Berlin
    const slots = slotsOf(
      'count',
      'Europe/Berlin',
      Date.parse('2026-10-23T22:00:00Z'),
      Date.parse('2026-10-26T23:00:00Z'),
      to,
      [counted('2026-10-26T08:00:00Z', 2)],
    );
    expect(at(slots, 6, 2)?.hours).toHaveLength(2);
    expect(at(slots, 0, 9)).toMatchObject({ n: 2, value: 2 });
  });
});

describe('a spike', () => {
  it('lies outside three median absolute deviations', () => {
    expect(median([4, 1, 3])).toBe(3);
    expect(spikeOf(20, [8, 10, 12, 10])).toBe('above');
    expect(spikeOf(13, [8, 10, 12, 10])).toBeNull();
    expect(spikeOf(0, [8, 10, 12, 10])).toBe('below');
  });

  it('is none where little was counted before, nor one more where all weeks were alike', () => {
    expect(spikeOf(9, [1, 2, 1, 2])).toBeNull();
    expect(spikeOf(8, [5, 5, 5, 5])).toBeNull();
    expect(spikeOf(10, [5, 5, 5, 5])).toBe('above');
  });

  it('is found against the same hour of the four weeks before, also over a change of the clocks', () => {
    // nine in the morning in Berlin, first in summer time
    const before = ['10-05T07', '10-12T07', '10-19T07', '10-26T08'];
    const found = spikesOf(
      'Europe/Berlin',
      Date.parse('2026-11-01T23:00:00Z'),
      Date.parse('2026-11-08T23:00:00Z'),
      Date.parse('2026-11-09T12:00:00Z'),
      [
        ...before.map((hour) => counted(`2026-${hour}:00:00Z`, 6)),
        counted('2026-11-02T08:00:00Z', 15),
      ],
    );
    expect([...found]).toEqual([['2026-11-02T08:00:00Z', 'above']]);
  });
});

describe('the colours', () => {
  const slots = (values: (number | null)[]) =>
    values.map((value) => ({ weekday: 0, hour: 0, hours: [], n: 1, value }));

  it('have steps that can be read, and the last is for all above', () => {
    expect(levelsOf('count', slots([0.5, 1, 2, 9.5, null]))).toEqual([0, 2, 4, 6, 8]);
    expect(levelsOf('count', slots([12]))).toEqual([0, 2.5, 5, 7.5, 10]);
    const levels = levelsOf('seconds', slots([...Array<number>(39).fill(500), 90_000]));
    expect(levels).toEqual([0, 120, 240, 360, 480]);
    expect(colourOf(90_000, levels)).toBe(5);
  });

  it('go from the least to the most, and keep below the first what is under zero', () => {
    expect([0, 1, 3, 5, 99].map((value) => colourOf(value, [0, 2, 4]))).toEqual([1, 1, 3, 5, 5]);
    expect(colourOf(-1, [0, 2, 4])).toBe(1);
    expect(levelsOf('ratio', slots([null]))).toEqual([]);
  });
});

describe('the arrows', () => {
  it('lead from cell to cell and stop at the edges', () => {
    expect(movedTo(0, 'ArrowLeft')).toBe(0);
    expect(movedTo(23, 'ArrowRight')).toBe(23);
    expect(movedTo(5, 'ArrowDown')).toBe(29);
    expect(movedTo(150, 'ArrowDown')).toBe(150);
    expect(movedTo(30, 'End')).toBe(47);
    expect(movedTo(30, 'Home')).toBe(24);
    expect(movedTo(30, 'a')).toBeNull();
  });
});

describe('medians', () => {
  it('are those that the server has of all facts of a slot', () => {
    const monday = { weekday: 0, hour: 9, hours: [], n: 3, value: 100 };
    const tuesday = { weekday: 1, hour: 9, hours: [], n: 0, value: null };
    const figure = { key: { hour_of_week: '1-09' }, n: 3, value: 100, median: 40 };

    expect(withMedians([monday, tuesday], [figure]).map(({ value }) => value)).toEqual([40, null]);
  });
});

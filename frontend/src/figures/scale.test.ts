import { describe, expect, it } from 'vitest';
import { depthOf, labelled, middleOf, pathOf, runs, ticksOf } from './scale';

describe('the ticks of a scale', () => {
  it('are lengths of time that are read as such', () => {
    expect(ticksOf('seconds', 540)).toEqual([0, 300, 600]);
    expect(ticksOf('seconds', 200)).toEqual([0, 60, 120, 180, 240]);
    expect(ticksOf('seconds', 90 * 86_400)).toHaveLength(5);
  });

  it('are whole for counts', () => {
    expect(ticksOf('count', 2)).toEqual([0, 1, 2]);
    expect(ticksOf('count', 61)).toEqual([0, 20, 40, 60, 80]);
  });

  it('may be over one for the ratio that may', () => {
    expect(ticksOf('ratio', 1)).toEqual([0, 0.5, 1]);
    expect(ticksOf('ratio', 1.25)).toEqual([0, 0.5, 1, 1.5]);
  });

  it('are there where nothing is', () => {
    expect(ticksOf('count', 0).at(-1)).toBe(4);
    expect(ticksOf('ratio', 0).at(-1)).toBe(1);
  });
});

describe('a chart', () => {
  it('leaves a gap where nothing was counted', () => {
    expect(runs([1, null, 0, 3, null])).toEqual([[0], [2, 3]]);
    expect(runs([])).toEqual([]);
  });

  it('puts things where they belong', () => {
    expect(depthOf(45, { low: 0, top: 60 }, 200)).toBe(50);
    expect(depthOf(0, { low: -1, top: 1 }, 200)).toBe(100);
    expect(depthOf(0, { low: 0, top: 0 }, 200)).toBe(200);
    expect(middleOf(0, 4, 400)).toBe(50);
    expect(
      pathOf([
        { x: 0, y: 10 },
        { x: 5.04, y: 1 },
      ]),
    ).toBe('M0 10L5 1');
  });

  it('labels as many as there is room for, and the last one', () => {
    expect(labelled(28, 560, 80)).toEqual([3, 7, 11, 15, 19, 23, 27]);
    expect(labelled(3, 600, 60)).toEqual([0, 1, 2]);
  });
});

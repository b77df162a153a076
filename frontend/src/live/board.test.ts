import { describe, expect, it } from 'vitest';
import { emptyBoard, foldBoard } from './board';
import type { DataFrame } from './frames';

const stream = 'board:all';
const state = (key: string, value: unknown, position = 1): DataFrame => ({
  op: 'state',
  stream,
  key: 'figures',
  value: { [key]: value },
  position,
});
const tile = (value: number) => ({
  key: 'waiting',
  metric: 'backlog_waiting',
  version: 1,
  unit: 'count',
  asked: { span: 'now' },
  figure: { key: {}, n: value, value },
});
const after = (...frames: DataFrame[]) =>
  frames.reduce((board, frame) => foldBoard(board, stream, frame), emptyBoard);

describe('a board', () => {
  it('keeps the last of each tile, also where nothing new has happened', () => {
    const board = after(state('waiting', tile(14)), state('waiting', tile(13)));
    expect(board.tiles.waiting?.figure.value).toBe(13);
  });

  it('knows since when somebody waits, and when nobody does', () => {
    const since = '2026-11-27T10:00:00Z';
    expect(after(state('waiting_since', since)).waitingSince).toBe(since);
    expect(after(state('waiting_since', since), state('waiting_since', 'null')).waitingSince).toBe(
      null,
    );
  });

  it('takes the queue and the agents as they are told', () => {
    const queue = [{ team: null, name: null, counts: [1, 0, 0, 2] }];
    const agents = [{ agent: 'a', name: 'Bo', figures: {} }];
    const board = after(state('queue', queue), state('agents', agents));
    expect([board.queue, board.agents]).toEqual([queue, agents]);
  });

  it('takes all that changed at once', () => {
    const value = { waiting: tile(3), as_of: '2026-11-27T10:00:00Z' };
    const board = after({ op: 'state', stream, key: 'figures', value, position: 1 });
    expect([board.tiles.waiting?.figure.n, board.asOf]).toEqual([3, '2026-11-27T10:00:00Z']);
  });

  it('is refused where it ends before it began, and not where it only has to be told again', () => {
    const gap: DataFrame = { op: 'gap', stream, position: 0 };
    expect(after(gap).refused).toBe(true);
    expect(after(state('as_of', '2026-11-27T10:00:00Z'), gap).refused).toBe(false);
  });

  it('does not hear what others are told', () => {
    const other = { ...state('waiting', tile(3)), stream: 'board:7' } as DataFrame;
    expect(after(other)).toBe(emptyBoard);
  });
});

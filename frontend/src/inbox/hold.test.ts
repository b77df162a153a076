import { describe, expect, it } from 'vitest';
import type { Item } from '../api/types';
import { held } from './hold';

const rows = (...ids: string[]) => ids.map((id) => ({ id }) as Item);
const shown = (frozen: Item[], present: Item[]) => {
  const { rows: all, waiting } = held(frozen, present);
  return [all.map(({ item, gone }) => item.id + (gone ? '†' : '')).join(' '), waiting];
};

describe('a list that is held', () => {
  it('keeps its order when a row moves', () => {
    expect(shown(rows('a', 'b', 'c'), rows('c', 'a', 'b'))).toEqual(['a b c', 1]);
  });

  it('keeps the place of a row that has left', () => {
    expect(shown(rows('a', 'b', 'c'), rows('a', 'c'))).toEqual(['a b† c', 1]);
  });

  it('lets a new row wait', () => {
    expect(shown(rows('a', 'b'), rows('new', 'a', 'b'))).toEqual(['a b', 1]);
  });

  it('adds the next page, which moves nothing', () => {
    expect(shown(rows('a', 'b'), rows('a', 'b', 'c', 'd'))).toEqual(['a b c d', 0]);
  });

  it('counts every change once', () => {
    expect(shown(rows('a', 'b', 'c', 'd'), rows('new', 'd', 'a', 'c', 'e'))).toEqual([
      'a b† c d e',
      3,
    ]);
  });

  it('shows the present content of a row', () => {
    const fresh = [{ id: 'a', subject: 'now' } as Item];
    expect(held(rows('a'), fresh).rows[0]?.item.subject).toBe('now');
  });
});

import { describe, expect, it } from 'vitest';
import type { Names } from './macro';
import { deedsOf, emptyMacro, insert, isChanged, thenOf } from './macro';

const NAMES = {
  statuses: [{ id: 'resolved', name: 'Resolved' }],
  people: [{ id: 'a-bo', name: 'Bo Adeyemi' }],
  teams: [],
  labels: [],
} as unknown as Names;

describe('a macro', () => {
  it('gets a variable where the cursor is, in place of what is selected', () => {
    expect(insert('Hi , thanks', '{{contact.name}}', 3, 3)).toEqual({
      text: 'Hi {{contact.name}}, thanks',
      cursor: 19,
    });
    expect(insert('Hi NAME', '{{contact.name}}', 3, 7).text).toBe('Hi {{contact.name}}');
  });

  it('keeps only what it does', () => {
    expect(thenOf({ status: '', team: 't-1', add_labels: [], remove_labels: ['x'] })).toEqual({
      team: 't-1',
      remove_labels: ['x'],
    });
  });

  it('is the same when something was chosen and left again', () => {
    expect(isChanged({ ...emptyMacro, then: { status: '' } }, emptyMacro)).toBe(false);
    expect(isChanged({ ...emptyMacro, then: { status: 'resolved' } }, emptyMacro)).toBe(true);
  });

  it('says what it does, by names where they are known', () => {
    const then = { status: 'resolved', assignee: 'a-bo', team: 'gone', add_labels: ['a', 'b'] };
    expect(deedsOf(then, NAMES)).toEqual([
      'Status Resolved',
      'assign to Bo Adeyemi',
      'team gone',
      'add a, b',
    ]);
  });
});

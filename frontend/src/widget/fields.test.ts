import { describe, expect, it } from 'vitest';
import { complaint, kindOf, profileOf, unknown } from './fields';

const NAME = { name: 'name', label: 'Name', kind: 'TEXT', required: true };
const EMAIL = { name: 'email', label: 'E-mail', kind: 'TEXT', required: false };
const ORDER = { name: 'order', label: 'Order', kind: 'NUMBER', required: false };

describe('what is asked before the first message', () => {
  it('is only what is not known', () => {
    expect(unknown([NAME, EMAIL, ORDER], { name: 'Ada' }, { fields: { order: '7' } })).toEqual([
      EMAIL,
    ]);
    expect(unknown([NAME, EMAIL], { name: null, email: '' }, {})).toEqual([NAME, EMAIL]);
    expect(unknown([NAME], {}, { name: 'Ada' })).toEqual([]);
  });

  it('is checked by its kind', () => {
    expect(complaint(NAME, '  ')).toBe('required');
    expect(complaint(EMAIL, '')).toBeNull();
    expect(complaint(EMAIL, 'ada')).toBe('badEmail');
    expect(complaint(EMAIL, ' ada@analytical.example ')).toBeNull();
    expect(complaint(ORDER, 'seven')).toBe('badNumber');
    expect(kindOf({ ...ORDER, kind: 'something new' })).toBe('text');
  });

  it('becomes a profile', () => {
    expect(profileOf({ name: ' Ada ', email: '', order: '7' }, {})).toEqual({
      name: 'Ada',
      fields: { order: '7' },
    });
  });
});

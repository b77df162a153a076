import { describe, expect, it } from 'vitest';
import { readHours, writeHours } from './hours';
import { nameFor, readQuestions, writeQuestions } from './questions';

describe('office hours', () => {
  it('are read from ranges, lists and both, over the end of the week too', () => {
    expect(readHours('mon-fri 09:00-17:30\n\n Sat,sun 10:00 - 14:00 ')).toEqual([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', until: '17:30' },
      { days: ['sat', 'sun'], from: '10:00', until: '14:00' },
    ]);
    expect(readHours('sat-mon,wed 9:00-24:00')).toEqual([
      { days: ['mon', 'wed', 'sat', 'sun'], from: '09:00', until: '00:00' },
    ]);
  });

  it('are left as text where they cannot be read', () => {
    expect(readHours('weekdays 9 to 5')).toBeNull();
    expect(readHours('mon-xyz 09:00-17:00')).toBeNull();
  });

  it('are written as they are read', () => {
    for (const text of [
      'mon-fri 09:00-17:30',
      'mon-wed,fri 08:00-12:00\nsat,sun 10:00-14:00',
      '',
    ]) {
      expect(writeHours(readHours(text) ?? [])).toBe(text);
    }
  });

  it('leave out what is on no day', () => {
    expect(writeHours([{ days: [], from: '09:00', until: '17:00' }])).toBe('');
  });
});

describe('questions', () => {
  it('are read with what may be left out', () => {
    expect(readQuestions('email | Your email\norder | Order number | text | required')).toEqual([
      { name: 'email', label: 'Your email', kind: 'email', required: false },
      { name: 'order', label: 'Order number', kind: 'text', required: true },
    ]);
  });

  it('are left as text where they cannot be read', () => {
    expect(readQuestions('Order number')).toBeNull();
    expect(readQuestions('order | Order number | colour')).toBeNull();
  });

  it('keep their names, so that answers keep their meaning; new ones get one', () => {
    const questions = readQuestions('order | Order number | text | required') ?? [];
    const reworded = questions.map((one) => ({ ...one, label: 'Number | of your order' }));
    expect(
      writeQuestions([
        ...reworded,
        { name: '', label: 'Order', kind: 'text', required: false },
        { name: '', label: '', kind: 'text', required: false },
      ]),
    ).toBe('order | Number   of your order | text | required\norder_2 | Order | text');
  });

  it('are named by their words, whatever those are', () => {
    expect(nameFor('Your e-mail', 'email', [])).toBe('email');
    expect(nameFor('Größe des Rades', 'text', [])).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(nameFor('注文番号', 'text', ['question'])).toBe('question_2');
  });
});

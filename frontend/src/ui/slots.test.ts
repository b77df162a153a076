import { describe, expect, it } from 'vitest';
import { slotsIn, slotted, slotWords } from './slots';

const names = (text: string) => slotsIn(text).map(({ name }) => name);

describe('what is not filled in', () => {
  it('is found by the server’s pattern', () => {
    expect(names('Hi {{contact.name}}, order {{ order }} and {{Größe_2-x}}')).toEqual([
      'contact.name',
      'order',
      'Größe_2-x',
    ]);
    expect(names('{{}} {{ }} {{1st}} {order} {{two words}} {{     far}} { {a}}')).toEqual([]);
    expect(names(`{{${'a'.repeat(64)}}}`)).toHaveLength(1);
    expect(names(`{{${'a'.repeat(65)}}}`)).toHaveLength(0);
    expect(names('{{{a}}}')).toEqual(['a']);
  });

  it('stands somewhere', () => {
    expect(slotsIn('About {{order}}.')).toEqual([
      { written: '{{order}}', name: 'order', from: 6, to: 15 },
    ]);
  });

  it('is spoken in words', () => {
    expect(slotsIn('{{contact.first_name}}').map(slotWords)).toEqual(['contact first name']);
  });

  it('cuts the text', () => {
    expect(slotted('{{a}} or {{b}}').map((piece) => typeof piece)).toEqual([
      'object',
      'string',
      'object',
    ]);
    expect(slotted('Nothing to fill in')).toEqual(['Nothing to fill in']);
    expect(slotted('')).toEqual([]);
  });
});

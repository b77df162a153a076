import { describe, expect, it } from 'vitest';
import { addressesIn, isAddress, withAddresses } from './addresses';

const values = (text: string) => addressesIn(text).map(({ value }) => value);

describe('addresses that were typed or pasted', () => {
  it('come alone, with a name, or as a list', () => {
    expect(addressesIn('ada@a.example')).toEqual([{ value: 'ada@a.example', name: null }]);
    expect(addressesIn('Ada Lovelace <ada@a.example>; bo@b.example,\nKim <kim@k.example>')).toEqual(
      [
        { value: 'ada@a.example', name: 'Ada Lovelace' },
        { value: 'bo@b.example', name: null },
        { value: 'kim@k.example', name: 'Kim' },
      ],
    );
  });

  it('may have a comma in their name', () => {
    expect(addressesIn('"Lovelace, Ada" <ada@a.example>, bo@b.example')).toEqual([
      { value: 'ada@a.example', name: 'Lovelace, Ada' },
      { value: 'bo@b.example', name: null },
    ]);
  });

  it('may be parted by blanks alone', () => {
    expect(values('ada@a.example bo@b.example')).toEqual(['ada@a.example', 'bo@b.example']);
    expect(values('Ada Lovelace')).toEqual(['Ada Lovelace']);
  });

  it('leave nothing behind where nothing was', () => {
    expect(addressesIn(' , ;\n')).toEqual([]);
  });

  it('are believed by their form only', () => {
    expect(isAddress('grüße@bücher.example')).toBe(true);
    for (const wrong of ['ada', 'ada@', '@a.example', 'a b@c.example', 'ada@localhost']) {
      expect(isAddress(wrong)).toBe(false);
    }
  });

  it('are in a list once', () => {
    const known = [{ value: 'ada@a.example' }];
    expect(withAddresses(known, [{ value: 'ADA@a.example' }, { value: 'bo@b.example' }])).toEqual([
      { value: 'ada@a.example' },
      { value: 'bo@b.example' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Channel } from '../api/types';
import { conversation, message } from '../live/sample';
import { everyone, unusual, usualPeople } from './people';

const identity = (value: string, name: string | null = null) => ({ kind: 'email', value, name });
const ACCOUNT = {
  address: 'help@firth.example',
  accepts: ['help@firth.example', 'sales@firth.example'],
} as Channel;
const its = conversation('a', [
  message(1, 1, {
    from: identity('ada@analytical.example', 'Ada'),
    to: [identity('HELP@firth.example'), identity('bo@b.example')],
    cc: [identity('sales@firth.example'), identity('charles@c.example')],
  }),
]);

describe('who a reply goes to', () => {
  it('is whoever began it', () => {
    expect(usualPeople(its).to.map(({ value }) => value)).toEqual(['ada@analytical.example']);
  });

  it('is everybody but ourselves, when that is asked for', () => {
    const all = everyone(its, ACCOUNT);
    expect(all.to.map(({ value }) => value)).toEqual(['ada@analytical.example']);
    expect(all.cc.map(({ value }) => value)).toEqual(['bo@b.example', 'charles@c.example']);
  });

  it('is not kept when it is the usual', () => {
    expect(unusual(usualPeople(its), its)).toBeUndefined();
    expect(unusual(everyone(its, ACCOUNT), its)).toBeDefined();
  });
});

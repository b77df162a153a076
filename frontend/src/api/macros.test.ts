import { describe, expect, it } from 'vitest';
import { fillIn } from './macros';

const ADA = { contact: { name: 'Ada' }, agent: { name: 'Mara' }, conversation: { number: 1043 } };

describe('the variables of a macro', () => {
  it('are put in, however they are spaced', () => {
    expect(fillIn('Hi {{contact.name}}, #{{ conversation.number }}.\n{{agent.name}}', ADA)).toBe(
      'Hi Ada, #1043.\nMara',
    );
  });

  it('stay as they are written where nobody knows them', () => {
    expect(fillIn('Hi {{contact.name}} {{weather}}', { contact: { name: null } })).toBe(
      'Hi {{contact.name}} {{weather}}',
    );
  });

  it('are put in once: a value is never read as a variable', () => {
    expect(fillIn('{{contact.name}}', { ...ADA, contact: { name: '{{agent.name}}' } })).toBe(
      '{{agent.name}}',
    );
  });
});

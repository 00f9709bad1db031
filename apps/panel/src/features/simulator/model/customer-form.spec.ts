import { describe, expect, it } from '@jest/globals';
import { EMPTY_CUSTOMER, customerFrom, customerProblems } from './customer-form';

describe('a new customer', () => {
  it('needs a name and the one way of reaching them', () => {
    expect(customerProblems(EMPTY_CUSTOMER)).toEqual(['name', 'phone']);
    expect(customerProblems({ ...EMPTY_CUSTOMER, name: 'Ana', by: 'username', username: 'a' })).toEqual(['username']);
    expect(customerProblems({ ...EMPTY_CUSTOMER, name: 'Ana', phone: '099 123 4567' })).toEqual([]);
    expect(customerProblems({ ...EMPTY_CUSTOMER, name: 'Ana', by: 'username', username: '@ana.v' })).toEqual([]);
  });

  it('sends only what was chosen', () => {
    const fields = { ...EMPTY_CUSTOMER, name: ' Ana ', phone: '+593991234567', username: '@ana', label: ' mayorista ' };
    expect(customerFrom(fields)).toEqual({ name: 'Ana', phone: '+593991234567', label: 'mayorista' });
    expect(customerFrom({ ...fields, by: 'username', label: '' })).toEqual({ name: 'Ana', username: '@ana' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { readConversationSearch } from '../features/conversations/search';
import { compact, textParam } from './search-params';

describe('filters in the address', () => {
  it('keeps what is known and drops what is not', () => {
    expect(readConversationSearch({ estado: 'cerrada', vista: 'nadie', fuente: 'instagram', otro: 1 })).toEqual({
      estado: 'cerrada',
      fuente: 'instagram',
    });
  });

  it('reads a phone number that the router took for a number', () => {
    expect(textParam({ q: 6046 }, 'q')).toBe('6046');
    expect(textParam({ q: '' }, 'q')).toBeUndefined();
  });

  it('leaves no empty members behind', () => {
    expect(Object.keys(compact({ a: undefined, b: 'x' }))).toEqual(['b']);
  });
});

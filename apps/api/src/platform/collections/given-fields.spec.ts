import { describe, expect, it } from '@jest/globals';
import { givenFields } from './given-fields.js';

class Body {
  name?: string | undefined;
  note?: string | null | undefined;
  count?: number | undefined;
}

describe('the fields that were sent', () => {
  it('are not those that a class merely declares', () => {
    expect(Object.keys(new Body()).length).toBeGreaterThan(0);
    expect(givenFields(new Body())).toEqual({});
  });

  it('include what is empty, zero or null: somebody meant it', () => {
    expect(givenFields(Object.assign(new Body(), { name: '', note: null, count: 0 }))).toEqual({
      name: '',
      note: null,
      count: 0,
    });
  });

  it('laid over what is known change nothing else', () => {
    const known = { name: 'Ana', note: 'x', count: 3 };
    expect({ ...known, ...givenFields(Object.assign(new Body(), { note: null })) }).toEqual({
      name: 'Ana',
      note: null,
      count: 3,
    });
  });
});

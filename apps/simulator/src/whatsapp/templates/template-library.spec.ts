import { describe, expect, it } from '@jest/globals';
import { TemplateLibrary } from './template-library.js';

const made = {
  name: 'nueva',
  language: 'es',
  category: 'UTILITY',
  status: 'PENDING',
  parameter_format: 'POSITIONAL' as const,
  components: [],
};

describe('TemplateLibrary', () => {
  it('keeps what an account adds to itself', () => {
    const library = new TemplateLibrary();
    const { id } = library.of('1').add(made);
    expect(library.of('2').find('nueva', 'es')).toBeUndefined();
    expect(library.byId(id, ['1'])).toMatchObject({ businessAccountId: '1', template: { name: 'nueva' } });
    expect(library.byId(id, ['2'])).toBeUndefined();
    library.reset();
    expect(library.of('1').find('nueva', 'es')).toBeUndefined();
  });

  it('gives every account ids of its own, the same after every start and in any order', () => {
    const ids = (library: TemplateLibrary, account: string): string[] =>
      library
        .of(account)
        .page({ limit: 1000 })
        .data.map(({ id }) => id);
    const [one, other] = [new TemplateLibrary(), new TemplateLibrary()];
    const [a, b] = [ids(one, '900800700'), ids(one, '777666555')];
    expect(ids(other, '777666555')).toEqual(b);
    expect(ids(other, '900800700')).toEqual(a);
    expect(new Set([...a, ...b]).size).toBe(a.length + b.length);
    expect([...a, ...b].every((id) => Number.isSafeInteger(Number(id)))).toBe(true);
    expect(other.byId(a[0] ?? '', ['777666555', '900800700'])).toMatchObject({ businessAccountId: '900800700' });
  });
});

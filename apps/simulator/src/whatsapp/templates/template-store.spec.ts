import { describe, expect, it } from '@jest/globals';
import { TemplateStore } from './template-store.js';
import { fill, newTemplateSchema, variablesOf } from './template.js';

describe('TemplateStore', () => {
  it('ships templates in three languages, every one of them valid', () => {
    const { data } = new TemplateStore().page({ limit: 100 });
    expect(new Set(data.map(({ language }) => language))).toEqual(new Set(['es', 'en_US', 'pt_BR']));
    expect(data.filter(({ status }) => status === 'APPROVED').length).toBeGreaterThanOrEqual(8);
    expect(data.filter(({ status }) => status !== 'APPROVED').map(({ status }) => status)).toEqual([
      'PAUSED',
      'REJECTED',
    ]);
    for (const template of data) expect(newTemplateSchema.safeParse(template)).toMatchObject({ success: true });
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
  });

  it.each([1, 3, 5, 100])('pages through all with %d a page, each once', (limit) => {
    const store = new TemplateStore();
    const all = store.page({ limit: 100 }).data.map(({ name }) => name);
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = store.page({ limit, after });
      seen.push(...page.data.map(({ name }) => name));
      after = page.cursors?.after;
      more = page.more;
    }
    expect(seen).toEqual(all);
  });

  it('goes back where it came from', () => {
    const store = new TemplateStore();
    const first = store.page({ limit: 4 });
    const second = store.page({ limit: 4, after: first.cursors?.after });
    expect(store.page({ limit: 4, before: second.cursors?.before }).data).toEqual(first.data);
    expect([first.earlier, second.earlier]).toEqual([false, true]);
  });

  it.each([
    [{ status: 'paused' }, ['liquidacion_bodega']],
    [{ category: 'AUTHENTICATION' }, ['verification_code']],
    [{ language: 'pt-BR' }, ['confirmacao_pedido', 'oferta_do_mes']],
    [{ name: 'cotizacion' }, ['seguimiento_cotizacion']],
    [{ name: 'nothing_like_it' }, []],
  ])('filters by %j', (filter, names) => {
    expect(new TemplateStore().page({ limit: 100, ...filter }).data.map(({ name }) => name)).toEqual(names);
  });

  it('removes one language or all, and comes back whole', () => {
    const store = new TemplateStore();
    const twin = store.add({
      name: 'hola_de_nuevo',
      language: 'pt_BR',
      category: 'UTILITY',
      status: 'PENDING',
      parameter_format: 'POSITIONAL',
      components: [],
    });
    expect(store.remove('hola_de_nuevo', twin.id)).toBe(1);
    expect(store.find('hola_de_nuevo', 'es')).toBeDefined();
    expect(store.remove('hola_de_nuevo')).toBe(1);
    expect(store.find('hola_de_nuevo', 'es')).toBeUndefined();
    store.reset();
    expect(store.find('hola_de_nuevo', 'es')).toBeDefined();
  });
});

describe('variables', () => {
  it('names each once, in order', () => {
    expect(variablesOf('{{b}} y {{ a }} y {{b}} {{1}}')).toEqual(['b', 'a', '1']);
    expect(variablesOf('{ {x} } {{}} {{a-b}}')).toEqual([]);
  });

  it('fills once: a value is never read as a template again', () => {
    expect(fill('Hola {{nombre}} {{otro}}', new Map([['nombre', '{{otro}}']]))).toBe('Hola {{otro}} {{otro}}');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { BusinessProfile } from '../../business/index.js';
import { shopFactsOf, type ToldFacts } from './from-business.js';

const NOTHING: ToldFacts = { shipping: '', payments: [], warranty: '', website: '', wholesaleMinQty: null };
const store = (name: string, address: string, city: string, hours: string) => ({
  id: name,
  name,
  address,
  city,
  hours,
  pickup: true,
});
const profile = (over: Partial<BusinessProfile>): BusinessProfile => ({
  name: 'Casa Norte',
  timeZone: 'America/Guayaquil',
  currency: 'USD',
  country: 'EC',
  voice: 'es-neutral',
  demo: false,
  hours: [],
  holidays: [],
  version: 1,
  stores: [],
  ...over,
});
const FAQS = [
  { id: '1', question: '¿Envían?', answer: 'Sí, en 24 horas.', tags: ['Envío'] },
  { id: '2', question: '¿Garantía?', answer: '12 meses.', tags: ['garantía'] },
];

describe('shopFactsOf', () => {
  it('says nothing that it was not told', () => {
    expect(shopFactsOf(profile({}), NOTHING, [], [])).toMatchObject({
      address: '',
      hours: '',
      shipping: '',
      payments: [],
      warranty: '',
      city: '',
      wholesaleMinQty: null,
    });
  });

  it('names one store by its address, several by name', () => {
    const centre = store('Centro', 'Av. 9 de Octubre 1204', 'Guayaquil', '9 a 19');
    expect(shopFactsOf(profile({ stores: [centre] }), NOTHING, [], [])).toMatchObject({
      address: 'Av. 9 de Octubre 1204, Guayaquil',
      hours: '9 a 19',
      city: 'Guayaquil',
    });
    const two = shopFactsOf(
      profile({ stores: [centre, store('Norte', 'Calle 2, Quito', 'Quito', '10 a 18')] }),
      NOTHING,
      [],
      [],
    );
    expect(two.address).toBe('Centro: Av. 9 de Octubre 1204, Guayaquil; Norte: Calle 2, Quito');
    expect(two.hours).toBe('Centro: 9 a 19; Norte: 10 a 18');
  });

  it('takes what was told before what is written among the answers', () => {
    expect(shopFactsOf(profile({}), NOTHING, FAQS, [])).toMatchObject({
      shipping: 'Sí, en 24 horas.',
      warranty: '12 meses.',
    });
    expect(shopFactsOf(profile({}), { ...NOTHING, shipping: 'Gratis en Quito.' }, FAQS, [])).toMatchObject({
      shipping: 'Gratis en Quito.',
      warranty: '12 meses.',
    });
  });

  it('may link to its own hosts only', () => {
    expect(
      shopFactsOf(profile({}), { ...NOTHING, website: 'casanorte.ec/tienda' }, [], ['hilo.casanorte.ec']).ownHosts,
    ).toEqual(['hilo.casanorte.ec', 'casanorte.ec']);
    expect(shopFactsOf(profile({}), NOTHING, [], []).ownHosts).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { paste } from '../../testing/choose';
import { writes } from '../../testing/shown-panel';
import { newLinkForm } from './testing/new-link';
import { SOFA } from './testing/open-links';

const addresses = () => [...document.querySelectorAll('aside li p')].map((one) => one.textContent ?? '');
const utm = (address: string | undefined) => Object.fromEntries(new URL(address ?? 'http://x').searchParams);

describe('what is seen while it is written', () => {
  it('is the message with the item in it and the code that finds the click', async () => {
    const { user, field, preview, item } = await newLinkForm();
    expect(preview().getByText(/Hola, quiero información/)).toBeTruthy();
    await item();
    expect(preview().getByText(/Hola, quiero información sobre Sofá Cotopaxi/)).toBeTruthy();
    await paste(user, field(/^Mensaje ya escrito/), 'Precio de {sku}');
    expect(preview().getByText(/Precio de SOF-3/)).toBeTruthy();
    expect(preview().getByText('(ref K7Q2MX)')).toBeTruthy();
  });

  it('is one final address a network, with its own source and medium', async () => {
    const { user, field, item, networks } = await newLinkForm();
    await item();
    await paste(user, field('Nombre'), 'Día de la Madre');
    await networks('Facebook', 'Correo');
    expect(addresses().map(utm)).toEqual([
      { utm_source: 'facebook', utm_medium: 'social', utm_campaign: 'dia-de-la-madre', utm_content: 'SOF-3' },
      { utm_source: 'email', utm_medium: 'email', utm_campaign: 'dia-de-la-madre', utm_content: 'SOF-3' },
    ]);
    expect([field('utm_source').value, field('utm_source').placeholder]).toEqual(['', 'según la red']);
  });

  it('is filled in by itself until it is written over, and again when that is emptied', async () => {
    const { user, field, networks, retype, create, received } = await newLinkForm();
    await paste(user, field('Nombre'), 'Bio');
    await networks('TikTok');
    expect(['utm_source', 'utm_medium', 'utm_campaign'].map((name) => field(name).value)).toEqual([
      'tiktok',
      'social',
      'bio',
    ]);
    await retype('utm_campaign', 'navidad');
    await retype('Nombre', 'Bio 2');
    expect(field('utm_campaign').value).toBe('navidad');
    expect(utm(addresses()[0])).toMatchObject({ utm_campaign: 'navidad' });
    await user.clear(field('utm_campaign'));
    await user.tab();
    expect(field('utm_campaign').value).toBe('bio-2');
    await retype('utm_term', 'sofás');
    await create();
    await waitFor(() => expect(writes(received)[0]?.[2]).toMatchObject({ utm: { term: 'sofás' } }));
  });

  it('may leave the content empty, which is then said', async () => {
    const { user, field, item, networks, create, received } = await newLinkForm();
    await item();
    await paste(user, field('Nombre'), 'Bio');
    await networks('Facebook');
    expect(field('utm_content').value).toBe(SOFA.sku);
    await user.clear(field('utm_content'));
    await user.tab();
    expect(utm(addresses()[0])).not.toHaveProperty('utm_content');
    await create();
    await waitFor(() => expect(writes(received)[0]?.[2]).toMatchObject({ itemId: SOFA.id, utm: { content: '' } }));
  });
});

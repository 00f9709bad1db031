import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { ADVISOR } from '../../testing/open-panel';
import { onScreen } from '../../testing/screen-size';
import { problem, writes } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { aLead } from './testing/a-lead';
import { facts, showLead, steps, title } from './testing/lead-page';
import { openLeads, WRITER } from './testing/open-leads';

describe('the page of a lead', () => {
  it('says all that is known: who, what, how much and from where', async () => {
    await showLead();
    await title();
    expect(facts()).toMatchObject({
      Nombre: 'Ana López',
      Teléfono: '+593968196046',
      Correo: 'ana@example.com',
      Ciudad: 'Manta',
      Producto: 'Villa Marina',
      Precio: '$4.100.000',
      Asunto: 'Casa de playa',
      Presupuesto: '$4.000.000',
      Valor: '$4.050.000',
      Urgencia: 'Urgente',
      Descripción: 'Con piscina.',
      'Cómo llegó': 'Facebook',
      Enlace: 'Ads nov',
      Anuncio: 'ad-77',
      UTM: 'source=facebookmedium=socialcampaign=ads-nov',
      Consultas: '3',
    });
    expect(screen.getByRole('link', { name: '+593968196046' }).getAttribute('href')).toBe('tel:+593968196046');
    expect(screen.getByRole('link', { name: 'ana@example.com' }).getAttribute('href')).toBe('mailto:ana@example.com');
    expect(screen.getByRole('link', { name: 'Ads nov' }).getAttribute('href')).toBe('/enlaces/k1');
    expect(document.title).toContain('Ana López');
  });

  it('says the day and hour of its beginning in the business`s time zone', async () => {
    await showLead();
    await title();
    expect(facts()).toMatchObject({
      Creado: expect.stringMatching(/20 nov 2026.*5:00/),
      'Primer mensaje': expect.stringMatching(/20 nov 2026.*5:05/),
    });
  });

  it('stands with nothing known at all', async () => {
    const { container } = await openLeads('/leads/x', { leads: [aLead({ id: 'x', contact: null, anonymous: true })] });
    await screen.findByRole('heading', { level: 1, name: 'Sin nombre' });
    expect(facts()).toMatchObject({ Teléfono: '—', Correo: '—', Ciudad: '—', Producto: '—', Urgencia: '—' });
    expect(screen.queryByRole('link', { name: 'Abrir chat' })).toBeNull();
    expect(container.textContent).not.toMatch(/null|undefined|NaN/);
  });

  it('names the link without a door to it for who does not see links', async () => {
    await showLead({}, { me: { ...WRITER, permissions: WRITER.permissions.filter((one) => one !== 'links:read') } });
    await title();
    expect(facts()).toMatchObject({ Enlace: 'Ads nov' });
    expect(screen.queryByRole('link', { name: 'Ads nov' })).toBeNull();
  });

  it('leads to its conversation and back to the list', async () => {
    await showLead();
    await title();
    expect(screen.getByRole('link', { name: 'Abrir chat' }).getAttribute('href')).toBe('/bandeja/conv-1');
    expect(screen.getByRole('link', { name: 'Volver a leads' }).getAttribute('href')).toBe('/leads');
  });

  it.each([
    [404, 'not_found'],
    [400, 'validation_failed'],
  ])('an address that names none (%s) says that there is nothing here', async (status, code) => {
    await openLeads('/leads/nope', {}, ({ path }) => (path === '/leads/nope' ? problem(status, code) : undefined));
    expect(await screen.findByText('Aquí no hay nada')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Reintentar' })).toBeNull();
  });

  it('that did not come is tried again', async () => {
    let fails = true;
    const { user } = await showLead({}, {}, ({ path }) =>
      fails && path === '/leads/ana' ? problem(500, 'internal_error') : undefined,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('No se pudo traer el lead');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await title()).toBeTruthy();
  });
});

it('only reads for who may only read', async () => {
  const { user, received } = await showLead({}, { me: ADVISOR });
  await title();
  expect(screen.queryByRole('button', { name: 'Editar' })).toBeNull();
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByText('Paula Ríos')).toBeTruthy();
  await user.click(steps().getByRole('button', { name: 'Negociando' }));
  await user.keyboard('e');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(writes(received)).toEqual([]);
});

it.each(['es', 'en', 'pt-BR'] as const)(
  'is whole in %s on a phone, without accessibility violations',
  async (language) => {
    onScreen('phone');
    await speak(language);
    const { container } = await showLead();
    await title();
    expect(missingWords()).toEqual([]);
    expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
  },
);

import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, optionsOf, paste } from '../../testing/choose';
import { onScreen } from '../../testing/screen-size';
import { noAnswer, problem, writes } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { newLinkForm } from './testing/new-link';
import { aChannel, MARKETER, openLinks } from './testing/open-links';

describe('making links', () => {
  it('makes one for each network and shows them in the list', async () => {
    const { user, field, networks, create, received, router } = await newLinkForm();
    await paste(user, field('Nombre'), ' Ads noviembre ');
    await networks('Instagram', 'Facebook');
    expect(screen.getByRole('button', { name: 'Crear 2 enlaces' })).toBeTruthy();
    await create();
    expect(await screen.findByRole('heading', { level: 1, name: 'Enlaces' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/enlaces');
    expect(writes(received)).toEqual([
      [
        'POST',
        '/links',
        { itemId: null, name: 'Ads noviembre', networks: ['facebook', 'instagram'], channelId: 'ch1', message: null },
      ],
    ]);
    expect(received.find(({ method }) => method === 'POST')?.headers.get('idempotency-key')).toBeTruthy();
  });

  it('opens the only one that was made', async () => {
    const { user, field, networks, create, router } = await newLinkForm();
    await paste(user, field('Nombre'), 'Bio');
    await networks('TikTok');
    await create();
    expect(await screen.findByRole('heading', { level: 1, name: 'Bio' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/enlaces/new-tiktok');
  });

  it('says everything that is missing at once, where it is, and loses nothing', async () => {
    const { user, field, create, received } = await newLinkForm({ channels: [aChannel(), aChannel({ id: 'ch2' })] });
    await paste(user, field(/^Mensaje ya escrito/), 'Hola {item}');
    await create();
    const summary = screen.getByRole('alert');
    expect(summary.textContent).toBe('Hay 3 datos por corregir.');
    expect(document.activeElement).toBe(summary);
    for (const words of ['Hace falta un nombre.', 'Elegir al menos una red.', 'Elegir por dónde se abre el chat.'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(field('Nombre').getAttribute('aria-invalid')).toBe('true');
    expect(field(/^Mensaje ya escrito/).value).toBe('Hola {item}');
    expect(writes(received)).toEqual([]);
  });

  it('does not ask which number where there is only one', async () => {
    const { user, networks, field, create, received } = await newLinkForm({
      channels: [aChannel({ id: 'only' }), aChannel({ id: 'off', active: false })],
    });
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Número o cuenta' }).textContent).toContain('Ventas'),
    );
    await paste(user, field('Nombre'), 'Bio');
    await networks('Google');
    await create();
    await waitFor(() => expect(writes(received)[0]?.[2]).toMatchObject({ channelId: 'only' }));
  });

  it('names each number as people write it, or as it is where that is not known', async () => {
    const { user } = await newLinkForm({
      channels: [aChannel(), aChannel({ id: 'ch2', name: 'Instagram', address: '@tienda', displayAddress: null })],
    });
    expect(await optionsOf(user, 'Número o cuenta')).toEqual(['Ventas · +593 99 000 0001', 'Instagram · @tienda']);
  });

  it('says when the numbers did not come, and tries again', async () => {
    let fails = true;
    const { user } = await newLinkForm({}, ({ path }) =>
      fails && path === '/channels' ? problem(500, 'internal_error') : undefined,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('No se pudieron traer los canales');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('combobox', { name: 'Número o cuenta' })).toBeTruthy();
  });

  it('is left without a trace', async () => {
    const { user, field, received, router } = await newLinkForm();
    await paste(user, field('Nombre'), 'Bio');
    await user.click(screen.getByRole('button', { name: 'Cancelar' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/enlaces'));
    expect(writes(received)).toEqual([]);
  });

  it('is filled in and sent with the keyboard alone', async () => {
    const { user, field, received } = await newLinkForm();
    field('Nombre').focus();
    await user.keyboard('Bio{Tab} {Tab} {Enter}');
    await waitFor(() =>
      expect(writes(received)[0]?.[2]).toMatchObject({ name: 'Bio', networks: ['facebook', 'instagram'] }),
    );
  });

  it('is not for who may only read', async () => {
    await openLinks('/enlaces/nuevo', { me: { ...MARKETER, permissions: ['links:read'] } });
    expect(await screen.findByText('Esta pantalla no está incluida en tu rol')).toBeTruthy();
  });
});

describe('what the server refuses', () => {
  it('stands at every field it speaks of, parameters included, and keeps what was typed', async () => {
    const paths = ['/name', '/itemId', '/message', '/channelId', '/utm/campaign', '/utm/term', '/unheardOf'];
    const { user, field, networks, item, create } = await newLinkForm({}, ({ method }) =>
      method === 'POST'
        ? problem(400, 'validation_failed', { errors: paths.map((path) => ({ path, message: 'x' })) })
        : undefined,
    );
    await item();
    await paste(user, field('Nombre'), 'Bio');
    await networks('Facebook');
    await create();
    expect((await screen.findByRole('alert')).textContent).toBe('Hay 6 datos por corregir.');
    expect(screen.getAllByText('Revisar este dato.')).toHaveLength(6);
    for (const name of ['Nombre', /^Producto/, /^Mensaje ya escrito/, 'utm_campaign', 'utm_term'])
      expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(field('utm_source').getAttribute('aria-invalid')).not.toBe('true');
    expect([field('Nombre').value, field(/^Producto/).value]).toEqual(['Bio', 'Sofá Cotopaxi']);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Facebook' }).checked).toBe(true);
  });

  it('is said above the form where no field is to blame, and asked again with the same key', async () => {
    let fails = true;
    const { user, field, networks, create, received } = await newLinkForm({}, ({ method }) =>
      fails && method === 'POST' ? noAnswer() : undefined,
    );
    await paste(user, field('Nombre'), 'Bio');
    await networks('Facebook');
    await create();
    expect((await screen.findByRole('alert')).textContent).toBe('No hay respuesta del servidor. Revisa la conexión.');
    fails = false;
    await create();
    expect(await screen.findByRole('heading', { level: 1, name: 'Bio' })).toBeTruthy();
    const keys = received
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  });

  it('a taken name says on which networks, and is free under another', async () => {
    const { user, field, networks, create, retype } = await newLinkForm({}, ({ method, body }) =>
      method === 'POST' && (body as { name: string }).name === 'Bio'
        ? problem(409, 'duplicate_link', { networks: ['facebook', 'qr'], errors: [{ path: '/name', message: 'x' }] })
        : undefined,
    );
    await paste(user, field('Nombre'), 'Bio');
    await networks('Facebook', 'Código QR');
    await create();
    expect(
      await screen.findByText('Ya hay un enlace con este nombre para este producto en: Facebook, Código QR.'),
    ).toBeTruthy();
    await retype('Nombre', 'Bio 2');
    await create();
    expect(await screen.findByRole('heading', { level: 1, name: 'Enlaces' })).toBeTruthy();
  });
});

it('takes a number out of two and works on a phone', async () => {
  onScreen('phone');
  const { user, field, networks, create, received } = await newLinkForm({
    channels: [aChannel(), aChannel({ id: 'ch2', name: 'Soporte' })],
  });
  await paste(user, field('Nombre'), 'Bio');
  await networks('Otra');
  await choose(user, 'Número o cuenta', /Soporte/);
  await create();
  await waitFor(() => expect(writes(received)[0]?.[2]).toMatchObject({ channelId: 'ch2', networks: ['other'] }));
});

it.each(['es', 'en', 'pt-BR'] as const)('has all its words in %s and no accessibility violations', async (language) => {
  await speak(language);
  const { user, container } = await openLinks('/enlaces/nuevo', { channels: [] });
  await screen.findByRole('heading', { level: 1 });
  await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
  await user.click(container.querySelector<HTMLElement>('footer button[type=submit]') as HTMLElement);
  await screen.findByRole('alert');
  expect(missingWords()).toEqual([]);
  expect((await violations(container)).filter((one) => !one.startsWith('landmark-unique'))).toEqual([]);
});

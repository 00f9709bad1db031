import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, paste } from '../../testing/choose';
import { noAnswer, problem, writes, type Answering } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import type { TrackedLink } from './model/link';
import { aLink } from './testing/a-link';
import { aChannel, MARKETER, openLinks, SOFA, speaking, type LinksShop } from './testing/open-links';

const ads = aLink({
  id: 'ads',
  name: 'Ads',
  version: 4,
  item: SOFA,
  utm: { source: 'facebook', medium: 'social', campaign: 'ads', content: 'SOF-3', term: null },
});
const theirs: TrackedLink = { ...ads, name: 'Ads de Paula', message: 'Hola, soy {item}', version: 5 };

async function sheet(answer?: Answering, shop: Partial<LinksShop> = {}) {
  const panel = await openLinks('/enlaces', { links: [ads], ...shop }, answer);
  const { user } = panel;
  await user.click(await screen.findByRole('button', { name: 'Más sobre Ads' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Editar' }));
  const form = within(await screen.findByRole('dialog', { name: 'Editar enlace' }));
  const field = (name: string | RegExp) => form.getByLabelText<HTMLInputElement>(name);
  return {
    ...panel,
    form,
    field,
    retype: async (name: string | RegExp, text: string) => {
      await user.clear(field(name));
      if (text) await paste(user, field(name), text);
    },
    save: () => user.click(form.getByRole('button', { name: 'Guardar' })),
  };
}
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const message = /^Mensaje ya escrito/;

describe('editing a link', () => {
  it('starts with what it has, under the address that is published', async () => {
    const { form, field } = await sheet();
    await waitFor(() =>
      expect(form.getByRole('combobox', { name: 'Número o cuenta' }).textContent).toContain('Ventas'),
    );
    const names = ['Nombre', message, 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'];
    expect(names.map((name) => field(name).value)).toEqual(['Ads', '', 'facebook', 'social', 'ads', 'SOF-3', '']);
    expect(
      form.getByText(`${ads.shortUrl}?utm_source=facebook&utm_medium=social&utm_campaign=ads&utm_content=SOF-3`),
    ).toBeTruthy();
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
  });

  it('sends only what was changed, upon the version that was read, and shows it', async () => {
    const { retype, save, received } = await sheet();
    await retype('Nombre', ' Ads diciembre ');
    await retype(message, 'Hola, ¿tienen {item}?');
    await retype('utm_term', 'sofas');
    await save();
    await closed();
    expect(await screen.findByRole('link', { name: 'Ads diciembre' })).toBeTruthy();
    expect(writes(received)).toEqual([
      ['PATCH', '/links/ads', { name: 'Ads diciembre', message: 'Hola, ¿tienen {item}?', utm: { term: 'sofas' } }],
    ]);
    expect(received.find(({ method }) => method === 'PATCH')?.headers.get('if-match')).toBe('"4"');
  });

  it('opens the chat of another number', async () => {
    const other = aChannel({ id: 'ch2', name: 'Soporte', displayAddress: '+593 99 000 0002' });
    const { user, save, received } = await sheet(undefined, { channels: [aChannel(), other] });
    await choose(user, 'Número o cuenta', 'Soporte · +593 99 000 0002');
    await save();
    await closed();
    expect(writes(received)).toEqual([['PATCH', '/links/ads', { channelId: 'ch2' }]]);
  });

  it('still names a number that was switched off since', async () => {
    const { form, save, received } = await sheet(undefined, { channels: [aChannel({ active: false })] });
    expect(form.getByRole('combobox', { name: 'Número o cuenta' }).textContent).toContain('Ventas · +593 99 000 0001');
    await save();
    await closed();
    expect(writes(received)).toEqual([]);
  });

  it('fills a parameter that was emptied in anew, and lets the content stay empty', async () => {
    const { user, retype, field, save, received } = await sheet(undefined, {
      links: [{ ...ads, utm: { ...ads.utm, campaign: 'vieja' } }],
    });
    await retype('utm_campaign', '');
    await retype('utm_content', '');
    await user.tab();
    expect([field('utm_campaign').value, field('utm_content').value]).toEqual(['ads', '']);
    await save();
    await closed();
    expect(writes(received)).toEqual([['PATCH', '/links/ads', { utm: { campaign: 'ads', content: null } }]]);
  });

  it('asks for a name where it was taken away', async () => {
    const { retype, save, field, form, received } = await sheet();
    await retype('Nombre', '');
    await save();
    expect(form.getByRole('alert').textContent).toBe('Hay 1 dato por corregir.');
    expect(field('Nombre').getAttribute('aria-invalid')).toBe('true');
    expect(writes(received)).toEqual([]);
  });

  it.each([
    [
      'a name that is taken',
      problem(409, 'duplicate_link', { networks: ['facebook'], errors: [{ path: '/name', message: 'is taken' }] }),
      'Nombre',
      'Ya hay un enlace con este nombre para este producto en: Facebook.',
    ],
    [
      'words that are too long',
      problem(400, 'validation_failed', { errors: [{ path: '/message', message: 'too long' }] }),
      message,
      'Revisar este dato.',
    ],
    [
      'a parameter',
      problem(400, 'validation_failed', { errors: [{ path: '/utm/term', message: 'too long' }] }),
      'utm_term',
      'Revisar este dato.',
    ],
  ] as const)(
    'says at the field that the server refused %s, and keeps what was typed',
    async (_what, refusal, name, words) => {
      const { retype, save, field, form } = await sheet(({ method }) => (method === 'PATCH' ? refusal : undefined));
      await retype(name, 'lo escrito');
      await save();
      expect(await form.findByText(words)).toBeTruthy();
      expect([field(name).getAttribute('aria-invalid'), field(name).value]).toEqual(['true', 'lo escrito']);
    },
  );

  it('keeps what was typed when nobody answers', async () => {
    const { retype, save, field, form } = await sheet(({ method }) => (method === 'PATCH' ? noAnswer() : undefined));
    await retype('Nombre', 'Otro');
    await save();
    expect((await form.findByRole('alert')).textContent).toContain('No hay respuesta del servidor');
    expect(field('Nombre').value).toBe('Otro');
  });
});

describe('when somebody else was faster', () => {
  const faster: Answering = ({ method, path, headers }) => {
    if (method === 'GET' && path === '/links/ads') return { body: theirs };
    return method === 'PATCH' && headers.get('if-match') === '"4"' ? problem(412, 'stale_version') : undefined;
  };

  it('writes what was changed here upon what they left, and nothing else', async () => {
    const { user, retype, save, form, received } = await sheet(faster);
    await retype('utm_term', 'sofas');
    await save();
    expect((await form.findByRole('alert')).textContent).toContain('Otra persona cambió este enlace');
    await user.click(form.getByRole('button', { name: 'Guardar lo mío' }));
    await closed();
    const sent = received
      .filter(({ method }) => method === 'PATCH')
      .map(({ headers, body }) => [headers.get('if-match'), body]);
    expect(sent).toEqual([
      ['"4"', { utm: { term: 'sofas' } }],
      ['"5"', { utm: { term: 'sofas' } }],
    ]);
  });

  it('shows what they left to who asks for it', async () => {
    const { user, retype, save, form, field } = await sheet(faster);
    await retype('Nombre', 'Otro');
    await save();
    await user.click(await form.findByRole('button', { name: 'Ver lo último' }));
    await waitFor(() => expect(field('Nombre').value).toBe('Ads de Paula'));
    expect(field(message).value).toBe('Hola, soy {item}');
    expect(form.queryByRole('alert')).toBeNull();
  });
});

describe('leaving the form', () => {
  it('asks first when something was typed', async () => {
    const { user, retype, field } = await sheet();
    await retype('Nombre', 'Otro');
    await user.keyboard('{Escape}');
    const asked = within(await screen.findByRole('alertdialog', { name: 'Dejar los cambios de «Ads» sin guardar' }));
    await user.click(asked.getByRole('button', { name: 'Seguir editando' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(field('Nombre').value).toBe('Otro');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Dejar sin guardar' }));
    await closed();
  });

  it('asks nothing when nothing was', async () => {
    const { user, received } = await sheet();
    await user.keyboard('{Escape}');
    await closed();
    expect(writes(received)).toEqual([]);
  });
});

it('is not offered to who only reads', async () => {
  await openLinks('/enlaces', { links: [ads], me: { ...MARKETER, permissions: ['links:read'] } });
  await screen.findByRole('link', { name: 'Ads' });
  expect(screen.queryByRole('button', { name: 'Más sobre Ads' })).toBeNull();
});

it.each([
  ['en', 'More about Ads', 'Edit'],
  ['pt-BR', 'Mais sobre Ads', 'Editar'],
] as const)('has its words in %s', async (language, more, edit) => {
  await speak(language);
  const { user } = await openLinks('/enlaces', { links: [ads], me: speaking(language) });
  await user.click(await screen.findByRole('button', { name: more }));
  await user.click(await screen.findByRole('menuitem', { name: edit }));
  await screen.findByRole('dialog');
  expect(missingWords()).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { choose, paste } from '../../testing/choose';
import { noAnswer, problem, writes, type Answering } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import type { Lead } from './model/lead';
import { aLead } from './testing/a-lead';
import { openLeads, SOFA, WRITER } from './testing/open-leads';

const eva = { id: 'c7', name: 'Eva Mora', phone: '+593990000007', city: 'Loja' };
const made = aLead({ id: 'made', contact: { ...eva, email: null }, version: 1 });

/** Makes what is asked for, unless `refuse` says otherwise. */
const maker =
  (refuse: Answering = () => undefined): Answering =>
  (request) => {
    const { method, path, body } = request;
    const refused = method === 'GET' ? undefined : refuse(request);
    if (refused) return refused;
    if (method === 'POST' && path === '/contacts') return { status: 201, body: { id: 'c8' } };
    if (method === 'POST' && path === '/leads') return { status: 201, body: made };
    if (path === '/leads/made')
      return { body: method === 'PATCH' ? { ...made, ...(body as Partial<Lead>), version: 2 } : made };
    return undefined;
  };

async function begin(answer: Answering = maker(), shop = {}) {
  const panel = await openLeads('/leads', { contacts: [eva], ...shop }, answer);
  await panel.user.click((await screen.findAllByRole('button', { name: 'Nuevo lead' }))[0] as HTMLElement);
  const sheet = within(await screen.findByRole('dialog', { name: 'Nuevo lead' }));
  const create = () => panel.user.click(sheet.getByRole('button', { name: 'Crear lead' }));
  const known = async () => {
    await paste(panel.user, sheet.getByRole('combobox', { name: 'Cliente' }), 'eva');
    await waitFor(() =>
      expect(panel.received.some(({ path, query }) => path === '/contacts' && query.get('q') === 'eva')).toBe(true),
    );
    await panel.user.click(await screen.findByRole('option', { name: /Eva Mora/ }));
  };
  const fresh = async (name: string, phone: string) => {
    await panel.user.click(sheet.getByRole('button', { name: 'Cliente nuevo' }));
    if (name) await paste(panel.user, sheet.getByLabelText('Nombre'), name);
    if (phone) await paste(panel.user, sheet.getByLabelText('Teléfono'), phone);
  };
  return { ...panel, sheet, create, known, fresh };
}
const opened = () => screen.findByRole('heading', { level: 1, name: 'Eva Mora' });

describe('writing a lead down', () => {
  it('for a customer found by typing makes one lead, in the hands of who writes it, and opens it', async () => {
    const { sheet, known, create, router, received } = await begin();
    await known();
    expect(sheet.getByRole('combobox', { name: 'Asesor' }).textContent).toContain('Paula Ríos');
    await create();
    await opened();
    expect(router.state.location.pathname).toBe('/leads/made');
    expect(writes(received)).toEqual([['POST', '/leads', { contactId: 'c7', assigneeId: 'u1' }]]);
    expect((await screen.findAllByText('Lead creado')).length).toBeGreaterThan(0);
  });

  it('for somebody new writes the customer first, then the lead, then what only a change can say', async () => {
    const { user, sheet, fresh, create, received } = await begin();
    await fresh(' Eva Mora ', '+593 99 000 0007');
    await paste(user, sheet.getByRole('combobox', { name: /^Producto o propiedad/ }), 'sof');
    await user.click(await screen.findByRole('option', { name: /Sofá Cotopaxi/ }));
    await paste(user, sheet.getByLabelText(/^Presupuesto/), '1.500');
    await paste(user, sheet.getByLabelText(/^Ciudad/), 'Loja');
    await paste(user, sheet.getByLabelText(/^Descripción/), 'Para la sala');
    await choose(user, 'Urgencia', 'Pronto');
    await create();
    await opened();
    expect(writes(received)).toEqual([
      ['POST', '/contacts', { name: 'Eva Mora', phone: '+593 99 000 0007' }],
      [
        'POST',
        '/leads',
        { contactId: 'c8', itemId: SOFA.id, budget: { amount: 150_000, currency: 'USD' }, assigneeId: 'u1' },
      ],
      ['PATCH', '/leads/made', { city: 'Loja', urgency: 'high', description: 'Para la sala' }],
    ]);
  });

  it('may belong to nobody yet', async () => {
    const { user, known, create, received } = await begin();
    await known();
    await choose(user, 'Asesor', 'Sin asignar');
    await create();
    await opened();
    expect(writes(received)[0]?.[2]).toEqual({ contactId: 'c7', assigneeId: null });
  });

  it('says everything that is missing or wrong at once, and nothing typed is lost', async () => {
    const { user, sheet, create, received } = await begin();
    await paste(user, sheet.getByLabelText(/^Presupuesto/), 'mucho');
    await paste(user, sheet.getByLabelText(/^Valor estimado/), '-1');
    await paste(user, sheet.getByLabelText(/^Ciudad/), 'Loja');
    await create();
    expect(sheet.getByRole('alert').textContent).toBe('Hay 3 datos por corregir.');
    expect(document.activeElement).toBe(sheet.getByRole('alert'));
    expect(sheet.getByText('Hace falta este dato.')).toBeTruthy();
    expect(sheet.getAllByText('Escribir un monto, por ejemplo 1250,50.')).toHaveLength(2);
    expect(sheet.getByLabelText<HTMLInputElement>(/^Ciudad/).value).toBe('Loja');
    expect(writes(received)).toEqual([]);
  });

  it('wants a name or a phone of somebody new; either is enough', async () => {
    const { user, sheet, fresh, create, received } = await begin();
    await fresh('  ', '');
    await create();
    expect(sheet.getByText('Hace falta este dato.')).toBeTruthy();
    await paste(user, sheet.getByLabelText('Teléfono'), '+593990000007');
    await create();
    await opened();
    expect(writes(received)[0]).toEqual(['POST', '/contacts', { name: null, phone: '+593990000007' }]);
  });

  it('goes back from somebody new to choosing a customer', async () => {
    const { user, sheet, fresh } = await begin();
    await fresh('Eva', '');
    await user.click(sheet.getByRole('button', { name: 'Elegir un cliente' }));
    expect(sheet.getByRole('combobox', { name: 'Cliente' })).toBeTruthy();
    expect(sheet.queryByLabelText('Teléfono')).toBeNull();
  });

  it('offers nobody new to who may not write customers down', async () => {
    const { sheet } = await begin(maker(), {
      me: { ...WRITER, permissions: WRITER.permissions.filter((one) => one !== 'contacts:write') },
    });
    expect(sheet.queryByRole('button', { name: 'Cliente nuevo' })).toBeNull();
  });

  it('opens at n and is left by Escape', async () => {
    const { user } = await openLeads('/leads');
    await screen.findByText('Aún no hay leads');
    await user.keyboard('n');
    await screen.findByRole('dialog', { name: 'Nuevo lead' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Nuevo lead' })).toBeNull());
  });
});

describe('what keeps it from being made', () => {
  it('a phone that is none stands at the phone', async () => {
    const { sheet, fresh, create } = await begin(
      maker(({ path }) =>
        path === '/contacts'
          ? problem(400, 'validation_failed', { errors: [{ path: '/phone', message: 'x' }] })
          : undefined,
      ),
    );
    await fresh('Eva', '12');
    await create();
    expect(await sheet.findByText('Escribir el teléfono con código de país.')).toBeTruthy();
    expect(sheet.getByLabelText('Teléfono').getAttribute('aria-invalid')).toBe('true');
    expect(sheet.getByLabelText<HTMLInputElement>('Nombre').value).toBe('Eva');
  });

  it('a phone that is a customer`s offers that customer, and goes on with what was typed', async () => {
    const { user, sheet, fresh, create, received } = await begin(
      maker(({ path }) => (path === '/contacts' ? problem(409, 'contact_exists', { contactId: 'c7' }) : undefined)),
    );
    await fresh('Evita', '+593990000007');
    await paste(user, sheet.getByLabelText(/^Ciudad/), 'Loja');
    await create();
    await user.click(await sheet.findByRole('button', { name: 'Usar ese cliente' }));
    expect(sheet.getByRole<HTMLInputElement>('combobox', { name: 'Cliente' }).value).toBe('Evita');
    await create();
    await opened();
    expect(writes(received).slice(1)).toEqual([
      ['POST', '/leads', { contactId: 'c7', assigneeId: 'u1' }],
      ['PATCH', '/leads/made', { city: 'Loja' }],
    ]);
  });

  it('an open lead of the same is shown the way to', async () => {
    const { sheet, known, create } = await begin(
      maker(({ path }) => (path === '/leads' ? problem(409, 'open_lead_exists', { leadId: 'other' }) : undefined)),
    );
    await known();
    await create();
    expect((await sheet.findByRole('link', { name: 'Ver ese lead' })).getAttribute('href')).toBe('/leads/other');
  });

  it('no answer: asking again has the same keys, so that nothing is made twice', async () => {
    let away = true;
    const { sheet, fresh, create, received } = await begin(
      maker(({ path }) => (away && path === '/leads' ? noAnswer() : undefined)),
    );
    await fresh('Eva Mora', '');
    await create();
    expect((await sheet.findByRole('alert')).textContent).toBe('No hay respuesta del servidor. Revisa la conexión.');
    away = false;
    await create();
    await opened();
    const keysOf = (path: string) =>
      received
        .filter((one) => one.method === 'POST' && one.path === path)
        .map(({ headers }) => headers.get('idempotency-key'));
    for (const path of ['/contacts', '/leads']) {
      const keys = keysOf(path);
      expect([keys.length, new Set(keys).size, keys.includes(null)]).toEqual([2, 1, false]);
    }
  });

  it('other words are another lead, with a key of its own', async () => {
    let refuses = true;
    const { user, sheet, known, create, received } = await begin(
      maker(({ path }) => (refuses && path === '/leads' ? problem(500, 'internal_error') : undefined)),
    );
    await known();
    await create();
    await sheet.findByRole('alert');
    refuses = false;
    await paste(user, sheet.getByLabelText(/^Asunto/), 'Otra casa');
    await create();
    await opened();
    const posts = received.filter(({ method, path }) => method === 'POST' && path === '/leads');
    expect(new Set(posts.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(2);
  });
});

it.each(['es', 'en', 'pt-BR'] as const)('has all its words in %s and no accessibility violations', async (language) => {
  await speak(language);
  const { user } = await openLeads('/leads', {}, maker());
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('n');
  const dialog = await screen.findByRole('dialog');
  await user.click(
    within(dialog)
      .getAllByRole('button')
      .find((one) => one.getAttribute('type') === 'submit') as HTMLElement,
  );
  await within(dialog).findByRole('alert');
  expect(missingWords()).toEqual([]);
  expect(await violations(dialog)).toEqual([]);
});

import { describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { drafts } from '../../app/runtime';
import { violations } from '../../testing/axe';
import { inboxPage, noteBox, refused } from './testing/inbox-page';
import { PERMISSIONS, type Inbox } from './testing/open-inbox';
import { templateServer } from './testing/template-samples';
import { conversation, later, message } from './testing/samples';

const page = inboxPage();
const closed = conversation({
  replyPolicy: { kind: 'template', closesAt: later(-60), allowed: ['template'], reason: 'window_closed' },
});
const open = async (inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', {
    conversations: [closed],
    messages: [message()],
    answer: templateServer(),
    ...inbox,
  });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const pick = async (user: Awaited<ReturnType<typeof open>>['user'], name: string) => {
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }));
  return screen.findByRole('dialog', { name });
};
const value = (key: string) => screen.getByRole<HTMLInputElement>('textbox', { name: `Valor de ${key}` });

describe('after the window has closed', () => {
  it('there is no box for words, but the reason, three templates in the customer’s language, and the way to all', async () => {
    await open();
    expect(screen.queryByRole('textbox', { name: 'Mensaje' })).toBeNull();
    const composer = screen.getByRole('region', { name: 'Escribir' });
    expect(composer.textContent).toMatch(/Ventana cerrada.*Pasó el plazo para responder libremente/);
    await screen.findByRole('button', { name: /plantilla_aviso/ });
    expect(
      within(composer)
        .getAllByRole('listitem')
        .map((item) => item.textContent?.split('Cuerpo')[0]?.split('Hola')[0]),
    ).toEqual(['plantilla_aviso', 'plantilla_plain', 'plantilla_cuatro']);
    expect(await violations(composer)).toEqual([]);
  });

  it('closes while the conversation is open, keeping what was written', async () => {
    const soon = conversation({
      replyPolicy: {
        kind: 'free',
        closesAt: new Date(Date.now() - 1).toISOString(),
        allowed: ['text', 'template'],
        reason: null,
      },
    });
    drafts.write('c1', 'reply', 'lo que iba a decir');
    await open({ conversations: [soon] });
    expect(screen.queryByRole('textbox', { name: 'Mensaje' })).toBeNull();
    expect(await screen.findByText('El borrador se conserva')).toBeTruthy();
  });

  it('still takes notes', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Nota interna' }));
    expect(noteBox()).toBeTruthy();
    expect(screen.queryByText('Ventana cerrada')).toBeNull();
  });

  it('says when no template is approved, and that templates could not be brought', async () => {
    await open({ answer: templateServer(undefined, []) });
    expect(await screen.findByText('No hay plantillas aprobadas para este canal.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Enviar plantilla' }).disabled).toBe(true);
    await page.close();
    let down = true;
    const { user } = await open({
      answer: templateServer(({ path }) =>
        down && path === '/templates' ? refused('internal_error', 400) : undefined,
      ),
    });
    await screen.findByText('No se pudieron traer las plantillas');
    down = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('button', { name: /plantilla_aviso/ })).toBeTruthy();
  });

  it('asks for none where the role may not see templates', async () => {
    await open({ permissions: PERMISSIONS.filter((one) => one !== 'templates:read') });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Enviar plantilla' }).disabled).toBe(true);
    expect(page.asked('GET', '/templates')).toEqual([]);
  });

  it('asks only for what is approved on this channel', async () => {
    await open();
    await waitFor(() => expect(page.asked('GET', '/templates')).toHaveLength(1));
    expect(Object.fromEntries(page.asked('GET', '/templates')[0]?.query ?? [])).toMatchObject({
      status: 'approved',
      channelId: 'ch1',
    });
  });
});

describe('sending a template', () => {
  it('starts with the first name and the draft, previews what the server makes of them, and sends the values', async () => {
    drafts.write('c1', 'reply', 'tu pedido\nya llegó');
    const { user } = await open();
    const dialog = await pick(user, 'plantilla_aviso');
    expect([value('nombre').value, value('detalle').value]).toEqual(['María', 'tu pedido ya llegó']);
    expect(value('nombre').placeholder).toBe('ej. nombre');
    expect(await within(dialog).findByText('Hola María, tu pedido ya llegó.')).toBeTruthy();
    expect(await violations(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Enviar plantilla' }));
    await waitFor(() =>
      expect(page.sent()).toEqual([
        {
          type: 'template',
          templateId: 'aviso',
          variables: { nombre: 'María', detalle: 'tu pedido ya llegó' },
          expectedLastMessageId: 'm1',
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leaves however quickly it was chosen: a dialog of this conversation was meant for this conversation', async () => {
    const instant = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    try {
      const { user } = await open();
      const dialog = await pick(user, 'plantilla_plain');
      await user.click(within(dialog).getByRole('button', { name: 'Enviar plantilla' }));
      await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ templateId: 'plain' })]));
    } finally {
      instant.mockRestore();
    }
  });

  it('does not leave with a blank, and says which one', async () => {
    const { user } = await open();
    const dialog = await pick(user, 'plantilla_aviso');
    await user.click(within(dialog).getByRole('button', { name: 'Enviar plantilla' }));
    expect(value('detalle').getAttribute('aria-invalid')).toBe('true');
    expect(within(dialog).getAllByText('Falta este valor')).toHaveLength(1);
    expect(page.sent()).toEqual([]);
    await user.type(value('detalle'), 'ya salió');
    expect(within(dialog).queryByText('Falta este valor')).toBeNull();
  });

  it('shows what the server says about a value at that value', async () => {
    const wrong = { errors: [{ path: '/variables/detalle', message: 'Demasiado largo' }] };
    const { user } = await open({
      answer: templateServer(({ path }) =>
        path.endsWith('/preview') ? refused('validation_failed', 400, wrong) : undefined,
      ),
    });
    const dialog = await pick(user, 'plantilla_aviso');
    await user.type(value('detalle'), 'x');
    expect(await within(dialog).findByText('Demasiado largo')).toBeTruthy();
    expect(within(dialog).queryByText('No se pudo preparar la vista previa')).toBeNull();
  });

  it('may be sent although the preview did not come, which is said and asked for again', async () => {
    let down = true;
    const { user } = await open({
      answer: templateServer(({ path }) =>
        down && path.endsWith('/preview') ? refused('internal_error', 500) : undefined,
      ),
    });
    const dialog = await pick(user, 'plantilla_plain');
    await within(dialog).findByText('No se pudo preparar la vista previa');
    down = false;
    await user.click(within(dialog).getByRole('button', { name: 'Reintentar' }));
    expect(await within(dialog).findByText('Lista')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Enviar plantilla' }));
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ templateId: 'plain', variables: {} })]));
  });

  it('is chosen from all of them by a word of its name or its text', async () => {
    const { user } = await open();
    await screen.findByRole('button', { name: /plantilla_aviso/ });
    await user.click(screen.getByRole('button', { name: 'Enviar plantilla' }));
    const dialog = await screen.findByRole('dialog', { name: 'Elegir una plantilla' });
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(4);
    const search = within(dialog).getByRole('textbox', { name: 'Buscar plantilla' });
    await user.type(search, 'CUERPO CUA');
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
    await user.clear(search);
    await user.type(search, 'zzz');
    expect(within(dialog).getByText('Ninguna coincide')).toBeTruthy();
    expect(await violations(dialog)).toEqual([]);
  });

  it('can be changed for another before it leaves, without the values of the first', async () => {
    const { user } = await open();
    const dialog = await pick(user, 'plantilla_aviso');
    await user.type(value('detalle'), 'algo');
    await user.click(within(dialog).getByRole('button', { name: 'Otra plantilla' }));
    await user.click(await screen.findByRole('button', { name: /plantilla_aviso/ }));
    await waitFor(() => expect(value('detalle').value).toBe(''));
  });

  it('is given up with Escape', async () => {
    const { user } = await open();
    await pick(user, 'plantilla_aviso');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(page.sent()).toEqual([]);
  });

  it('stands in the thread in the words of the preview while it is on its way', async () => {
    const { user } = await open({
      answer: templateServer(({ method, path }) =>
        method === 'POST' && path.endsWith('/messages') ? refused('template_not_approved') : undefined,
      ),
    });
    const dialog = await pick(user, 'plantilla_aviso');
    await user.type(value('detalle'), 'ya salió');
    await within(dialog).findByText('Hola María, ya salió.');
    await user.click(within(dialog).getByRole('button', { name: 'Enviar plantilla' }));
    const thread = screen.getByRole('region', { name: 'Mensajes' });
    expect(await within(thread).findByText('Hola María, ya salió.')).toBeTruthy();
    expect(await within(thread).findByText(/La plantilla no está aprobada/)).toBeTruthy();
  });
});

describe('with the window open', () => {
  it('a template can be sent too, from beside the text', async () => {
    const { user } = await open({ conversations: [conversation()] });
    await user.click(screen.getByRole('button', { name: 'Enviar una plantilla' }));
    const dialog = await screen.findByRole('dialog', { name: 'Elegir una plantilla' });
    await user.click(within(dialog).getByRole('button', { name: /plantilla_plain/ }));
    await user.click(await screen.findByRole('button', { name: 'Enviar plantilla' }));
    await waitFor(() =>
      expect(page.sent()).toEqual([expect.objectContaining({ type: 'template', templateId: 'plain' })]),
    );
  });

  it.each([['the channel takes none', { allowed: ['text'] }]])('is not offered where %s', async (_why, over) => {
    await open({ conversations: [conversation({ replyPolicy: { ...conversation().replyPolicy, ...over } })] });
    await act(async () => undefined);
    expect(screen.queryByRole('button', { name: 'Enviar una plantilla' })).toBeNull();
  });
});

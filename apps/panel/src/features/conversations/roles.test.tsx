import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { inboxPage, refused } from './testing/inbox-page';
import { PERMISSIONS, type Inbox } from './testing/open-inbox';
import { conversation, message } from './testing/samples';

const page = inboxPage();
const open = async (permissions: string[], inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages: [message()], permissions, ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const READER = ['conversations:read'];
const NOTER = ['conversations:read', 'conversations:write'];
const SENDER = ['conversations:read', 'messages:send'];

describe('who may only read', () => {
  it('sees list and thread, and nothing with which to write or change', async () => {
    await open(READER);
    expect(screen.queryByRole('region', { name: 'Escribir' })).toBeNull();
    for (const name of [/^Estado:/, 'Tomar conversación', 'Asignar o transferir', 'Agregar etiqueta'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
  });

  it('finds no keys that change anything either', async () => {
    const { user } = await open(READER, { conversations: [conversation({ assignee: null })] });
    await user.keyboard('iapcn');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(page.asked('POST', '/conversations/c1/claim')).toEqual([]);
    expect(page.asked('PATCH', '/conversations/c1')).toEqual([]);
  });

  it('is asked for nothing by the keys that close, reopen and put off', async () => {
    const { user } = await open(READER);
    await user.keyboard('eh');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('sees in the menu only what anybody may do for themselves', async () => {
    const { user } = await open(READER);
    await user.click(screen.getByRole('button', { name: 'Más acciones' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Marcar como no leída/),
    ]);
    expect(screen.queryByRole('menuitemradio')).toBeNull();
  });

  it('sees what ISAC does, without a way to change it', async () => {
    const { user } = await open(READER, {
      conversations: [
        conversation({ assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null } }),
      ],
    });
    await user.click(screen.getByRole('button', { name: 'ISAC: ISAC responde' }));
    await waitFor(() => expect(screen.queryAllByRole('menuitem')).toEqual([]));
    expect(screen.queryByRole('menuitemradio')).toBeNull();
  });
});

describe('who may write notes and send nothing', () => {
  it('starts with the note, and has no other way', async () => {
    await open(NOTER);
    expect(screen.getByRole('textbox', { name: 'Nota interna' })).toBeTruthy();
    expect(
      within(screen.getByRole('group', { name: 'A quién' }))
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Nota interna']);
  });

  it('may change the conversation', async () => {
    await open(NOTER);
    expect(screen.getByRole('button', { name: 'Estado: Abierta' })).toBeTruthy();
  });
});

describe('who may send and not keep notes', () => {
  it('has the box for the customer alone', async () => {
    const { user } = await open(SENDER);
    expect(within(screen.getByRole('group', { name: 'A quién' })).getAllByRole('button')).toHaveLength(1);
    await user.keyboard('{Escape}n');
    expect(screen.queryByRole('textbox', { name: 'Nota interna' })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Mensaje' }), 'Hola{Enter}');
    await waitFor(() => expect(page.sent()).toHaveLength(1));
  });

  it('is offered no templates without the right to see them', async () => {
    await open(SENDER);
    expect(screen.queryByRole('button', { name: 'Enviar una plantilla' })).toBeNull();
  });
});

describe('who may not see conversations at all', () => {
  it('is told so at the very address, with the words to ask for it, and the server is not asked', async () => {
    await page.open('/bandeja/c1', { permissions: PERMISSIONS.filter((one) => one !== 'conversations:read') });
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
    expect([...page.asked('GET', '/conversations'), ...page.asked('GET', '/conversations/c1')]).toEqual([]);
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
  });
});

describe('a conversation that is not to be had', () => {
  it('because it is gone or of another team: says so, and leads back', async () => {
    const { user, router } = await page.open('/bandeja/gone?vista=todos');
    expect(await screen.findByText('Esta conversación no está')).toBeTruthy();
    expect(screen.getByText('Ya no existe, o la atiende otro equipo.')).toBeTruthy();
    expect(await violations(document.querySelector('main') as Element)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Volver a la lista' }));
    await waitFor(() => expect(router.state.location.href).toBe('/bandeja?vista=todos'));
  });

  it('because the server failed: says so, and brings it when asked again', async () => {
    let down = true;
    const { user } = await page.open('/bandeja/c5', {
      answer: ({ path }) => {
        if (path === '/conversations/c5')
          return down ? refused('forbidden', 403) : { body: conversation({ id: 'c5' }) };
        return undefined;
      },
    });
    await screen.findByText('No se pudo traer la conversación');
    down = false;
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText('Aquí empieza la conversación')).toBeTruthy();
  });
});

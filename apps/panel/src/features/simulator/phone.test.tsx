import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { openPanel } from '../../testing/open-panel';
import type { PhoneAction } from './api/phone';
import { aMessage } from './testing/a-message';
import { FakePhone } from './testing/fake-phone';

let phone: FakePhone;
let panel: Awaited<ReturnType<typeof openPanel>>;
beforeEach(() => void (phone = new FakePhone()));
afterEach(() => panel.close());

const late = { timeout: 10_000 };
async function inHand() {
  panel = await openPanel('/simulador?cliente=593991112201', phone.answer);
  const held = await screen.findByRole('region', { name: 'Teléfono de María Quishpe' }, late);
  await within(held).findByRole('log', {}, late);
  return { ...panel, held };
}
const log = () => within(screen.getByRole('log', { name: 'Chat con el negocio' }));
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Escribir como María Quishpe' });
const said = () =>
  panel.received.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')).map(({ body }) => body);
const received = (over: Parameters<typeof aMessage>[0]) => aMessage({ direction: 'received', id: 'b1', ...over });
const action = (over: Partial<PhoneAction>): PhoneAction => ({
  kind: 'reply',
  id: 'a',
  title: 'A',
  description: null,
  url: null,
  section: null,
  ...over,
});
async function attach(name: string) {
  await panel.user.click(screen.getByRole('button', { name: 'Adjuntar' }));
  await panel.user.click(await screen.findByRole('menuitem', { name }, late));
}

describe('the chat in the customer’s hand', () => {
  it('says what to do when it is new', async () => {
    await inHand();
    expect(log().getByText('Un chat nuevo')).toBeTruthy();
  });

  it('says why it could not be brought, and brings it when asked again', async () => {
    phone.refuse('/thread', 'not_found', 404);
    panel = await openPanel('/simulador?cliente=593991112201', phone.answer);
    await screen.findByText('No se pudo traer el chat', {}, late);
    phone.refusing.clear();
    phone.messages = [received({ text: 'Aquí estoy' })];
    await panel.user.click(screen.getByRole('button', { name: 'Reintentar' }));
    await screen.findByRole('log', {}, late);
    expect(log().getByText('Aquí estoy')).toBeTruthy();
  });

  it('tells whose each message is, how far it got, and what was taken back or changed', async () => {
    phone.messages = [
      aMessage({ id: 'a', text: 'Hola', status: 'read' }),
      aMessage({ id: 'b', text: 'de camino', status: 'accepted', webhook: null }),
      received({ id: 'c', text: 'Buenas', edited: true }),
      received({ id: 'd', text: 'secreto', deleted: true }),
      received({ id: 'e', text: 'nunca', status: 'failed', failureCode: 131026 }),
    ];
    await inHand();
    const bubbles = log().getAllByRole('article');
    expect(bubbles.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Mensaje del cliente',
      'Mensaje del cliente',
      'Mensaje del negocio',
      'Mensaje del negocio',
      'Mensaje del negocio',
    ]);
    expect(bubbles[0]?.textContent).toMatch(/Leído/);
    expect(bubbles[1]?.textContent).toMatch(/Enviando|En camino|Pendiente/);
    expect(bubbles[2]?.textContent).toContain('editado');
    expect(bubbles[3]?.textContent).toContain('Mensaje eliminado');
    expect(bubbles[3]?.textContent).not.toContain('secreto');
    expect(bubbles[4]?.textContent).toContain('131026');
  });

  it.each([
    ['image/jpeg', 'img'],
    ['video/mp4', 'video'],
    ['audio/ogg', 'audio'],
    ['application/pdf', 'a'],
  ])('shows a file of type %s as <%s>', async (mimeType, tag) => {
    const media = { id: 'f1', link: null, mimeType, fileName: 'proforma.pdf', voice: false };
    phone.messages = [received({ type: 'document', text: null, media })];
    const { held } = await inHand();
    const shown = held.querySelector(`[role=log] ${tag}`);
    expect(shown?.getAttribute('src') ?? shown?.getAttribute('href')).toContain(
      '/simulator/phone/customers/593991112201/media/f1',
    );
  });

  it('shows a place by its name, or by its coordinates', async () => {
    phone.messages = [
      received({
        id: 'p',
        type: 'location',
        text: null,
        details: { latitude: -0.18, longitude: -78.48, name: 'Parque' },
      }),
      received({ id: 'q', type: 'contacts', text: null }),
    ];
    await inHand();
    expect(log().getByText('Parque')).toBeTruthy();
    expect(log().getByText(/-0\.1800, -78\.4800/)).toBeTruthy();
    expect(log().getByText('Contacto')).toBeTruthy();
  });

  it('keeps the accessibility rules with everything a message can carry', async () => {
    phone.messages = [
      received({
        header: 'Pedido',
        footer: 'BAJA',
        actions: [action({}), action({ kind: 'url', id: 'u', url: 'https://x.test' })],
      }),
      received({ id: 'l', listLabel: 'Ver tallas', actions: [action({ kind: 'row', section: 'Tallas' })] }),
      aMessage({ id: 'r', replyTo: 'b1', reactions: { mine: null, theirs: '❤️' } }),
    ];
    const { held } = await inHand();
    expect(log().getByRole('img', { name: 'Reacciones: ❤️' })).toBeTruthy();
    expect(await violations(held)).toEqual([]);
  });
});

describe('what the customer does', () => {
  it('writes lines with Shift and sends with Enter, but never nothing', async () => {
    const { user } = await inHand();
    await user.type(area(), '   {Enter}');
    expect(said()).toEqual([]);
    await user.clear(area());
    await user.type(area(), 'uno{Shift>}{Enter}{/Shift}dos{Enter}');
    await waitFor(() => expect(said()).toEqual([{ type: 'text', text: 'uno\ndos' }]));
    expect(area().value).toBe('');
    expect(document.activeElement).toBe(area());
  });

  it('quotes a message, or changes their mind', async () => {
    phone.messages = [received({ text: '¿Cuál?' })];
    const { user } = await inHand();
    await user.click(log().getByRole('button', { name: 'Responder citando' }));
    await user.click(screen.getByRole('button', { name: 'No citar' }));
    await user.click(log().getByRole('button', { name: 'Responder citando' }));
    await user.type(area(), 'Esta{Enter}');
    await waitFor(() => expect(said()).toEqual([{ type: 'text', text: 'Esta', replyTo: 'b1' }]));
    expect(screen.queryByRole('button', { name: 'No citar' })).toBeNull();
  });

  it('reacts, and takes the reaction back with the same', async () => {
    phone.messages = [received({ reactions: { mine: '👍', theirs: null } })];
    const { user } = await inHand();
    for (const emoji of ['❤️', '👍']) {
      await user.click(log().getByRole('button', { name: 'Reaccionar' }));
      await user.click(await screen.findByRole('button', { name: `Reaccionar con ${emoji}` }, late));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), late);
    }
    await waitFor(() =>
      expect(said()).toEqual([
        { type: 'reaction', messageId: 'b1', emoji: '❤️' },
        { type: 'reaction', messageId: 'b1', emoji: '' },
      ]),
    );
  });

  it('chooses from a list', async () => {
    phone.messages = [
      received({
        listLabel: 'Ver tallas',
        actions: [
          action({ kind: 'row', id: 's', title: 'S', section: 'Tallas' }),
          action({ kind: 'row', id: 'm', title: 'M', description: 'la más pedida', section: 'Tallas' }),
        ],
      }),
    ];
    const { user } = await inHand();
    await user.click(log().getByRole('button', { name: 'Ver tallas' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ver tallas' }, late);
    await user.click(within(dialog).getByRole('button', { name: /^M/ }));
    await waitFor(() =>
      expect(said()).toEqual([{ type: 'list', messageId: 'b1', id: 'm', title: 'M', description: 'la más pedida' }]),
    );
  });

  it('opens a link of the business elsewhere, and never one that would run something', async () => {
    phone.messages = [
      received({
        actions: [
          action({ kind: 'url', id: 'good', title: 'Ver', url: 'https://shop.test/p' }),
          action({ kind: 'url', id: 'bad', title: 'Mala', url: 'javascript:alert(1)' }),
        ],
      }),
    ];
    await inHand();
    expect(log().getByRole('link', { name: 'Ver' }).getAttribute('rel')).toContain('noreferrer');
    expect(log().queryByRole('link', { name: 'Mala' })).toBeNull();
    expect(log().getByText('Mala')).toBeTruthy();
  });

  it.each([
    ['Foto de ejemplo', { type: 'image' }],
    ['Nota de voz de ejemplo', { type: 'voice' }],
  ])('sends «%s» without any file at hand', async (name, deed) => {
    await inHand();
    await attach(name);
    await waitFor(() => expect(said()).toEqual([deed]));
  });

  it('sends a photo of their own', async () => {
    const { held } = await inHand();
    const picker = held.querySelector<HTMLInputElement>('input[type=file]');
    await attach('Foto');
    expect(picker?.accept).toBe('image/*');
    const file = new File(['x'], 'zapato.png', { type: 'image/png' });
    fireEvent.change(picker as HTMLInputElement, { target: { files: [file] } });
    await waitFor(() => expect(said()).toHaveLength(1));
    const form = said()[0] as FormData;
    expect([form.get('type'), (form.get('file') as File).name]).toEqual(['image', 'zapato.png']);
  });

  it('reads what came', async () => {
    const { user, held } = await inHand();
    await user.click(within(held).getByRole('button', { name: 'Marcar leído' }));
    await waitFor(() => expect(panel.received.some(({ path }) => path.endsWith('/open'))).toBe(true));
    await waitFor(() => expect(screen.queryByText('2 mensajes sin leer')).toBeNull(), late);
  });

  it('is told when it could not be done, in a place that stays', async () => {
    phone.refuse('/messages', 'unavailable', 500);
    const { user } = await inHand();
    await user.type(area(), 'Hola{Enter}');
    expect((await screen.findAllByText('No se pudo hacer', {}, late)).length).toBeGreaterThan(0);
  });
});

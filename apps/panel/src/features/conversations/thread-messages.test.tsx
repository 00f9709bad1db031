import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Message } from './model/message';
import { inboxPage } from './testing/inbox-page';
import { type Inbox } from './testing/open-inbox';
import { later, message, outgoing } from './testing/samples';

const page = inboxPage();
const thread = () => screen.findByRole('region', { name: 'Mensajes' });
const open = async (messages: Message[], inbox: Inbox = {}) => {
  const panel = await page.open('/bandeja/c1', { messages, ...inbox });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const bubble = (id: string) => document.getElementById(`message-${id}`) as HTMLElement;
const shown = async (over: Partial<Message>) => {
  await open([message(over)]);
  return bubble('m1');
};
const isac = { kind: 'assistant' as const, id: null, name: 'ISAC' };

describe('a message of the customer', () => {
  it.each<[string, Partial<Message>, RegExp]>([
    ['that was taken back', { type: 'deleted', text: null }, /El mensaje fue eliminado/],
    [
      'of a type nobody knows yet',
      { type: 'hologram' as 'unsupported', text: null },
      /Tipo no compatible · ver en el teléfono/,
    ],
    ['that the provider calls unsupported', { type: 'unsupported', text: null }, /Tipo no compatible/],
    ['that is a call', { type: 'call', text: null }, /Llamada/],
    ['that answers a story', { type: 'story_reply', text: '¿Aún queda?' }, /Respuesta a una historia¿Aún queda\?/],
    ['that mentions in a story', { type: 'story_mention', text: null }, /Mención en una historia/],
    ['that is a comment', { type: 'comment', text: '¡Precio!' }, /¡Precio!/],
    ['that was edited', { text: 'Quiero dos', editedAt: later(1) }, /Quiero dos.*editado/],
    [
      'that presses a button',
      { type: 'interactive', content: { kind: 'button_reply', title: 'Retiro' } },
      /Eligió: Retiro/,
    ],
    [
      'that chooses from a list',
      { type: 'interactive', content: { kind: 'list_reply', title: 'Negro', description: '128 GB' } },
      /Eligió: Negro128 GB/,
    ],
    [
      'that shares a contact',
      {
        type: 'contacts',
        content: { contacts: [{ name: 'Ana', phones: [{ phone: '+593 99' }], emails: ['ana@x.ec'] }] },
      },
      /Ana\+593 99ana@x\.ec/,
    ],
    [
      'with a place without coordinates',
      { type: 'location', content: { name: 'Mall', address: 'Av. 1' } },
      /MallAv\. 1/,
    ],
    [
      'with a place without a name',
      { type: 'location', content: { latitude: -2.17, longitude: -79.92 } },
      /Ubicación-2\.17000, -79\.92000/,
    ],
    [
      'with reactions',
      {
        reactions: [
          { by: 'business', emoji: '👍' },
          { by: 'customer', emoji: '🙏' },
        ],
      },
      /👍 🙏/,
    ],
  ])('%s', async (_what, over, words) => {
    const drawn = await shown(over);
    expect(drawn.textContent).toMatch(words);
    expect(await violations(await thread())).toEqual([]);
  });

  it('opens a place on a map of its own tab, and offers none where it does not know where it is', async () => {
    await open([
      message({ id: 'm1', type: 'location', content: { latitude: -2.17, longitude: -79.92, name: 'Mall' } }),
      message({ id: 'm2', at: later(1), type: 'location', content: { name: 'Casa' } }),
    ]);
    const [link, ...others] = screen.getAllByRole('link', { name: 'Abrir mapa' });
    expect([link?.getAttribute('href'), link?.getAttribute('rel'), others.length]).toEqual([
      'https://www.google.com/maps/search/?api=1&query=-2.17,-79.92',
      'noopener noreferrer',
      0,
    ]);
  });

  it('shows an order with its lines and sums in the money of the business', async () => {
    const items = [
      { retailerId: 'IPH-13', quantity: 2, itemPrice: 599.9, currency: 'USD' },
      { retailerId: 'CASE-1', quantity: 1, itemPrice: 15, currency: 'USD' },
    ];
    const drawn = await shown({ type: 'order', text: 'Para hoy', content: { items } });
    expect(drawn.textContent).toMatch(/Pedido de 2 productos/);
    expect(
      within(drawn)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['2 × IPH-13$1.199,80', '1 × CASE-1$15']);
    expect(drawn.textContent).toMatch(/\$1\.214,80.*Para hoy/);
  });

  it('draws formatting as WhatsApp does, and links that lead out without telling where from', async () => {
    const drawn = await shown({ text: '*ya* _hoy_ ~no~ `IMEI` www.tienda.ec/a_b_c. javascript:alert(1)' });
    expect(['strong', 'em', 's', 'code'].map((tag) => drawn.querySelector(tag)?.textContent)).toEqual([
      'ya',
      'hoy',
      'no',
      'IMEI',
    ]);
    const links = within(drawn).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['www.tienda.ec/a_b_c', 'https://www.tienda.ec/a_b_c'],
    ]);
    expect(links[0]?.getAttribute('rel')).toContain('nofollow');
  });

  it('draws up to three emoji large and more of them plain', async () => {
    await open([message({ id: 'm1', text: '🎉🎉' }), message({ id: 'm2', at: later(1), text: '🎉🎉🎉🎉' })]);
    expect(
      [bubble('m1'), bubble('m2')].map((one) => one.querySelector('[dir=auto]')?.className.includes('2rem')),
    ).toEqual([true, false]);
  });
});

describe('a message of ours', () => {
  it.each<[string, Partial<Message>, RegExp]>([
    ['by ISAC', { author: isac, text: 'Hay tres' }, /ISACHay tres/],
    [
      'by a campaign without a name',
      { author: { kind: 'campaign', id: 'k', name: null }, text: 'Oferta' },
      /CampañaOferta/,
    ],
    [
      'by a named campaign',
      { author: { kind: 'campaign', id: 'k', name: 'Navidad' }, text: 'Oferta' },
      /NavidadOferta/,
    ],
    [
      'by an automation',
      { author: { kind: 'automation', id: null, name: null }, text: 'Recordatorio' },
      /Mensaje automáticoRecordatorio/,
    ],
    ['that only the house sees', { type: 'note', text: 'Pide descuento' }, /Nota interna · Paula RíosPide descuento/],
    [
      'that only the house sees, by nobody known',
      { type: 'note', text: 'x', author: { kind: 'advisor', id: null, name: null } },
      /Nota internax/,
    ],
  ])('%s says who speaks', async (_who, over, words) => {
    await open([outgoing({ id: 'm1', ...over })]);
    expect(bubble('m1').textContent).toMatch(words);
  });

  it('shows a template as the customer saw it, its buttons drawn and not to be pressed', async () => {
    const content = {
      headerText: 'Tu pedido',
      footerText: 'Tienda Andina',
      buttons: [
        { kind: 'quick_reply', text: 'Sí' },
        { kind: 'url', text: 'Rastrear' },
        { kind: 'phone_number', text: 'Llamar' },
      ],
    };
    await open([outgoing({ id: 'm1', type: 'template', text: 'Hola Ana, ya salió.', content })]);
    const drawn = bubble('m1');
    expect(drawn.textContent).toMatch(/Tu pedidoHola Ana, ya salió\.Tienda Andina/);
    const choices = within(drawn).getByRole('list', { name: 'Opciones del mensaje' });
    expect(
      within(choices)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Sí', 'Rastrear', 'Llamar']);
    expect(within(choices).queryByRole('button')).toBeNull();
  });

  it('shows an interactive list with its rows, and its name where it has no words', async () => {
    const sections = [{ rows: [{ title: 'Negro', description: 'Quedan 2' }] }, { rows: [{ title: 'Azul' }] }];
    await open([
      outgoing({ id: 'm1', type: 'interactive', text: null, content: { kind: 'list', header: 'Colores', sections } }),
    ]);
    expect(bubble('m1').textContent).toMatch(/ColoresMensaje con botonesNegroQuedan 2Azul/);
  });

  it('has no marks of delivery on a note, and no answering to it', async () => {
    const { user } = await open([outgoing({ id: 'm1', type: 'note', text: 'ojo', status: 'sent' })]);
    expect(within(bubble('m1')).queryByText('Enviado')).toBeNull();
    await user.click(within(bubble('m1')).getByRole('button', { name: 'Acciones del mensaje' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual(['Copiar el texto']);
  });
});

describe('a system line', () => {
  it('stands alone in the middle with its time and cannot be acted on', async () => {
    await open([
      message({ id: 's1', type: 'system', author: { kind: 'system', id: null, name: null }, text: 'Asignada a Paula' }),
    ]);
    expect(bubble('s1').textContent).toBe('Asignada a Paula · 9:00');
    expect(within(bubble('s1')).queryByRole('button')).toBeNull();
  });
});

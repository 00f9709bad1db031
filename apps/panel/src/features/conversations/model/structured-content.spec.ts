import { describe, expect, it } from '@jest/globals';
import { formatMoney } from '@hilo/money';
import { readContacts, readInteractive, readLocation, readOrder, readTemplate } from './structured-content';

const of = (content: Record<string, unknown>, text: string | null = null) => ({ content, text });

describe('messages with parts', () => {
  it('reads a template as the customer saw it', () => {
    const card = readTemplate(
      of(
        {
          headerText: 'Pedido',
          footerText: 'Gracias',
          buttons: [
            { kind: 'url', text: 'Ver' },
            { kind: 'other', text: 'X' },
          ],
        },
        'Hola Ana',
      ),
    );
    expect(card).toMatchObject({ header: 'Pedido', body: 'Hola Ana', footer: 'Gracias', chosen: null });
    expect(card.choices.map(({ kind, title }) => `${kind}:${title}`)).toEqual(['url:Ver', 'other:X']);
  });

  it('reads buttons, lists and links, and what was pressed', () => {
    const titles = (content: Record<string, unknown>) => readInteractive(of(content)).choices.map(({ title }) => title);
    expect(titles({ kind: 'buttons', body: '¿?', buttons: [{ id: '1', title: 'Sí' }] })).toEqual(['Sí']);
    expect(
      titles({ kind: 'list', sections: [{ rows: [{ id: '1', title: 'A' }] }, { rows: [{ id: '2', title: 'B' }] }] }),
    ).toEqual(['A', 'B']);
    expect(titles({ kind: 'link_button', label: 'Abrir', url: 'x' })).toEqual(['Abrir']);
    expect(readInteractive(of({ kind: 'button_reply', title: 'Retiro' })).chosen).toBe('Retiro');
  });

  it('shows whatever words an unknown kind has, and survives nonsense', () => {
    expect(readInteractive(of({ kind: 'new one', text: 'algo' })).body).toBe('algo');
    expect(readInteractive(of({ buttons: 'no', sections: [null, 3] })).choices).toEqual([]);
    expect(readContacts({ content: { contacts: [{ phones: 'x', emails: [1] }] } })).toEqual([
      { name: '', phones: [], emails: [] },
    ]);
  });

  it('links a place to a map only when it knows where it is', () => {
    expect(readLocation({ content: { latitude: -2.17, longitude: -79.92, name: 'Mall' } })).toMatchObject({
      name: 'Mall',
      coordinates: '-2.17000, -79.92000',
      href: expect.stringMatching(/^https:\/\/www\.google\.com\/maps.*-2\.17,-79\.92$/),
    });
    expect(readLocation({ content: { latitude: 'javascript:1' } })).toMatchObject({ href: null, coordinates: '' });
  });

  it('sums an order by currency', () => {
    const item = (retailerId: string, quantity: number, itemPrice: number, currency = 'USD') => ({
      retailerId,
      quantity,
      itemPrice,
      currency,
    });
    const { lines, totals } = readOrder(
      { content: { items: [item('A', 2, 10), item('B', 1, 5.5), item('C', 1, 100, 'EUR')] } },
      (sum) => formatMoney(sum, 'en'),
    );
    expect(lines.map(({ sku, quantity, price }) => [sku, quantity, price])).toEqual([
      ['A', 2, '$20'],
      ['B', 1, '$5.50'],
      ['C', 1, '€100'],
    ]);
    expect(totals).toEqual(['$25.50', '€100']);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { bringPopups } from '@hilo/ui';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { violations } from '../../testing/axe';
import { renderPanel } from '../../testing/render-panel';
import type { PhoneAction } from './api/phone';
import type { Deed } from './api/phone-deeds';
import { TimelineRow } from './components/happened/timeline-row';
import { LocationDialog } from './components/phone/location-dialog';
import { PhoneActions, deedOf } from './components/phone/phone-actions';
import { ReactionPicker } from './components/phone/reaction-picker';
import type { TimelineEntry } from './model/timeline';
import { aMessage } from './testing/a-message';

beforeAll(() => bringPopups());
const late = { timeout: 10_000 };
const AT = Date.parse('2026-11-21T12:00:00.000Z');

describe('a tap under a message', () => {
  const action = (over: Partial<PhoneAction>): PhoneAction => ({
    kind: 'reply',
    id: 'a',
    title: 'A',
    description: null,
    url: null,
    section: null,
    ...over,
  });

  it.each([
    ['reply', { type: 'button', messageId: 'm', id: 'a', title: 'A' }],
    ['quick_reply', { type: 'button', messageId: 'm', id: 'a', title: 'A' }],
    ['row', { type: 'list', messageId: 'm', id: 'a', title: 'A' }],
    ['share_contact', { type: 'share_contact' }],
    ['url', undefined],
    ['phone', undefined],
    ['catalogue', undefined],
    ['flow', undefined],
    ['send_location', undefined],
  ] as const)('of kind %s says %p', (kind, deed) => {
    expect(deedOf('m', action({ kind }))).toEqual(deed);
  });

  it('is not there under what the customer said, nor where there is nothing to tap', async () => {
    const nothing = await renderPanel(<PhoneActions message={aMessage()} onDeed={() => undefined} />);
    expect(nothing.container.textContent).toBe('');
    nothing.unmount();
    const own = aMessage({ direction: 'sent', actions: [action({})] });
    await renderPanel(<PhoneActions message={own} onDeed={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('in a list stands under its section, with what tells rows apart', async () => {
    const rows = [
      action({ kind: 'row', id: 's', title: 'S', section: 'Tallas' }),
      action({ kind: 'row', id: 'r', title: 'Rojo', description: 'el de la foto', section: 'Colores' }),
    ];
    const message = aMessage({ direction: 'received', actions: rows });
    const { user } = await renderPanel(<PhoneActions message={message} onDeed={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Ver opciones' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ver opciones' }, late);
    for (const words of ['Tallas', 'S', 'Colores', 'Rojo', 'el de la foto'])
      expect(within(dialog).getByText(words)).toBeTruthy();
    expect(await violations(dialog)).toEqual([]);
  });
});

describe('a place to share', () => {
  async function asked() {
    const sent: Deed[] = [];
    function Box() {
      const [open, setOpen] = useState(true);
      return <LocationDialog open={open} onOpenChange={setOpen} onSend={(deed) => sent.push(deed)} />;
    }
    const { user } = await renderPanel(<Box />);
    const dialog = await screen.findByRole('dialog', { name: 'Compartir una ubicación' }, late);
    const fill = async (label: string, text: string) => {
      const field = within(dialog).getByLabelText(label);
      await user.clear(field);
      if (text) await user.type(field, text);
    };
    const share = () => user.click(within(dialog).getByRole('button', { name: 'Compartir' }));
    return { user, sent, dialog, fill, share };
  }

  it('is a known one with its name', async () => {
    const { user, sent, dialog, share } = await asked();
    await user.click(within(dialog).getByRole('combobox', { name: 'Lugar' }));
    await user.click(await screen.findByRole('option', { name: 'Plaza de Bolívar, Bogotá' }, late));
    await share();
    expect(sent).toEqual([
      { type: 'location', latitude: 4.5981, longitude: -74.0758, name: 'Plaza de Bolívar, Bogotá' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), late);
  });

  it('loses the name when it was moved', async () => {
    const { sent, fill, share } = await asked();
    await fill('Latitud', '-0.2');
    await share();
    expect(sent).toEqual([{ type: 'location', latitude: -0.2, longitude: -78.4844 }]);
  });

  it.each([
    ['Latitud', '91', 'Entre −90 y 90.'],
    ['Latitud', '', 'Entre −90 y 90.'],
    ['Longitud', 'oeste', 'Entre −180 y 180.'],
    ['Longitud', '-180.5', 'Entre −180 y 180.'],
  ])('with %s «%s» is not on Earth, and is not sent', async (label, text, words) => {
    const { sent, dialog, fill, share } = await asked();
    await fill(label, text);
    expect(within(dialog).getByText(words)).toBeTruthy();
    await share();
    expect(sent).toEqual([]);
  });
});

describe('a reaction', () => {
  it('is one of six, said in words, the chosen one marked', async () => {
    const chosen: string[] = [];
    const { user } = await renderPanel(<ReactionPicker chosen="🙏" onChoose={(emoji) => chosen.push(emoji)} />);
    await user.click(screen.getByRole('button', { name: 'Reaccionar' }));
    const picker = await screen.findByRole('dialog', { name: 'Reaccionar' }, late);
    const options = within(picker).getAllByRole('button');
    expect(options).toHaveLength(6);
    expect(options.map((one) => one.getAttribute('aria-pressed')).filter((one) => one === 'true')).toHaveLength(1);
    await user.click(within(picker).getByRole('button', { name: 'Reaccionar con 🙏' }));
    expect(chosen).toEqual(['']);
  });
});

describe('a line of the timeline', () => {
  const seen = (over: object) =>
    ({
      id: 'x',
      at: AT,
      customerId: 'c',
      kind: 'status',
      status: 'sent',
      afterMs: 1400,
      code: null,
      ...over,
    }) as TimelineEntry;

  it.each([
    [seen({ status: 'sent' }), 'Enviado a los 1,4 s'],
    [seen({ status: 'delivered' }), 'Entregado a los 1,4 s'],
    [seen({ status: 'read' }), 'Leído a los 1,4 s'],
    [seen({ status: 'failed', code: 131026 }), 'No se entregó (1,4 s)131026 · No tiene WhatsApp'],
    [seen({ status: 'failed', code: 99 }), 'No se entregó (1,4 s)99'],
    [seen({ kind: 'clicked', link: 'Bio', text: 'Hola (ref K7Q2MX)' }), 'Clic en «Bio»Hola (ref K7Q2MX)'],
    [{ id: 'a', at: AT, kind: 'answered', message: aMessage({ text: 'Sí' }), afterMs: null }, 'El negocio escribióSí'],
    [
      { id: 'a', at: AT, kind: 'answered', message: aMessage({ text: 'Sí' }), afterMs: 1400 },
      'Respuesta a los 1,4 sSí',
    ],
    [{ id: 's', at: AT, kind: 'said', message: aMessage({ type: 'image', text: null }) }, 'Webhook en caminoFoto'],
    [
      { id: 't', at: AT, kind: 'turn', turn: { id: 't', intent: 'greeting', confidence: null } },
      'ISAC pensóSaludo 0 %',
    ],
  ] as [TimelineEntry, string][])('%j reads «%s»', async (entry, words) => {
    const { container } = await renderPanel(
      <ol>
        <TimelineRow entry={entry} />
      </ol>,
    );
    expect(container.textContent?.replace(/\s/g, ' ')).toContain(words);
    expect(container.querySelector('time')?.dateTime).toBe('2026-11-21T12:00:00.000Z');
  });
});

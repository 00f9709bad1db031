import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { drafts } from '../../app/runtime';
import type { Conversation } from './model/conversation';
import { inboxPage } from './testing/inbox-page';
import { sense } from './testing/open-inbox';
import { stopClock } from './testing/clock';
import { conversation, lastMessage, later } from './testing/samples';

const page = inboxPage();
const row = async (over: Partial<Conversation> = {}) => {
  await page.open('/bandeja?vista=todos', { conversations: [conversation(over)] });
  return within(await screen.findByRole('listbox', { name: 'Conversaciones' })).getByRole('option');
};
const customer = (over: Partial<Conversation['contact']>) => ({ contact: { ...conversation().contact, ...over } });

const source = (network: string) => ({ network, linkId: null, itemId: null });

describe('a row says', () => {
  it.each<[string, Partial<Conversation>, RegExp]>([
    ['the phone of a customer without a name', customer({ name: '' }), /\+593968196046/],
    ['that nothing is known of who writes', customer({ name: '', phone: null }), /Sin nombre/],
    ['that it is urgent', { priority: 'urgent' }, /Urgente ·/],
    ['that it is important', { priority: 'high' }, /Alta ·/],
    ['that it waits for a date', { status: 'follow_up' }, /En seguimiento · Tú/],
    ['that it is over', { status: 'closed' }, /Resuelta · Tú/],
    ['that the customer waits', { waitingSince: later(0) }, /Nuevo mensaje · Tú/],
    [
      'that it was answered',
      { lastMessage: lastMessage({ direction: 'out', author: 'assistant' }) },
      /Respondida · Tú/,
    ],
    [
      'that a person must answer although ISAC spoke last',
      {
        assistantMode: 'auto',
        assistantState: { owner: 'person', pausedUntil: null },
        assignee: null,
        lastMessage: lastMessage({ direction: 'out', author: 'assistant' }),
      },
      /Espera a una persona · Nadie/,
    ],
    ['that it was put off', { status: 'follow_up' }, /En seguimiento · Tú/],
    ['who has it', { assignee: { id: 'u2', name: 'Mateo Vera', initials: 'MV' } }, /Abierta · Mateo Vera/],
    [
      'which team should take it',
      { assignee: null, team: { id: 't1', name: 'Ventas Quito' } },
      /Abierta · Ventas Quito/,
    ],
    ['that nobody has it', { assignee: null }, /Abierta · Nadie/],
    [
      'that ISAC answers',
      { assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null } },
      /Abierta · ISAC/,
    ],
    ['by which network they came', { source: source('instagram') }, /Abierta · Tú · vía Instagram$/],
    ['nothing of the way of who simply wrote', { source: source('direct'), tags: ['uno'] }, /Abierta · Tú · uno$/],
    ['no more than two tags', { tags: ['uno', 'dos', 'tres'] }, /Tú · uno · dos$/],
    ['that nothing was said yet', { lastMessage: null }, /Sin mensajes todavía/],
    ['what is not read', { unreadCount: 128 }, /128 sin leer/],
    ['that it comes from Instagram', { channel: { ...conversation().channel, kind: 'instagram' } }, /Instagram/],
    ['that it is only a test', { channel: { ...conversation().channel, sandbox: true } }, /Canal de prueba/],
  ])('%s', async (_what, over, words) => {
    expect((await row(over)).textContent).toMatch(words);
  });

  it.each<[string, Parameters<typeof lastMessage>[0], RegExp]>([
    ["the customer's words bare", { preview: 'Buenas' }, /\d(\d)?:\d\dBuenas|Buenas/],
    ['my own', { direction: 'out', author: 'advisor', authorName: 'Paula Ríos', preview: 'Claro' }, /Tú: Claro/],
    [
      "a colleague's by first name",
      { direction: 'out', author: 'advisor', authorName: 'Mateo Vera', preview: 'Claro' },
      /Mateo: Claro/,
    ],
    ["ISAC's", { direction: 'out', author: 'assistant', preview: 'Hay tres' }, /ISAC: Hay tres/],
    ["a campaign's", { direction: 'out', author: 'campaign', preview: 'Oferta' }, /Automático: Oferta/],
    ['a note', { direction: 'out', author: 'advisor', type: 'note', preview: 'ojo' }, /Nota: ojo/],
    ['a photo', { type: 'image', preview: '' }, /📷 Foto/],
    ['a voice note', { type: 'audio', preview: '' }, /🎤 Nota de voz/],
    ['a place', { type: 'location', preview: 'Mall' }, /📍 Ubicación · Mall/],
    ['what was taken back', { type: 'deleted', preview: '' }, /🚫 Mensaje eliminado/],
    ['words without their marks', { preview: '*Hoy* _sí_ ~no~' }, /Hoy sí no/],
  ])('%s in the preview', async (_what, last, words) => {
    expect((await row({ lastMessage: lastMessage(last) })).textContent).toMatch(words);
  });

  it('a draft before the last message, a writer before the draft, and the message again after both', async () => {
    const shown = await row();
    act(() => drafts.write('c1', 'reply', 'le cuento que'));
    await waitFor(() => expect(shown.textContent).toContain('Borrador: le cuento que'));
    act(() => sense('typing', { conversationId: 'c1', userId: 'u2', name: 'Mateo' }));
    await waitFor(() => expect(shown.textContent).toContain('Mateo está escribiendo…'));
    act(() => sense('typing', { conversationId: 'c2', userId: 'u3', name: 'Lucía' }));
    expect(shown.textContent).not.toContain('Lucía');
    act(() => drafts.clear('c1', 'reply'));
    expect(shown.textContent).not.toContain('Borrador');
  });

  it('nothing of a draft of blanks, nor of a note that is being written', async () => {
    const shown = await row();
    act(() => {
      drafts.write('c1', 'reply', '   ');
      drafts.write('c1', 'note', 'entre nosotros');
    });
    expect(shown.textContent).toContain('Hola');
    expect(shown.textContent).not.toMatch(/Borrador|entre nosotros/);
  });

  it('not that oneself is writing', async () => {
    const shown = await row();
    act(() => sense('typing', { conversationId: 'c1', userId: 'u1', name: 'Paula' }));
    expect(shown.textContent).not.toContain('escribiendo');
  });

  it('all of a name that does not fit, in one line', async () => {
    const long = 'María de los Ángeles '.repeat(12).trim();
    const name = within(await row(customer({ name: long }))).getByText(long);
    expect(name.className).toContain('truncate');
  });

  it.each([
    ['today by the clock of the business', '2026-11-20T14:07:00Z', '9:07'],
    ['yesterday, though it is today in Greenwich', '2026-11-20T04:30:00Z', 'ayer'],
    ['within the week by its day', '2026-11-16T15:00:00Z', 'lun'],
    ['earlier by its date', '2026-10-02T15:00:00Z', '2 oct'],
    ['last year with the year', '2025-10-02T15:00:00Z', '2 oct 2025'],
  ])('when: %s', async (_when, lastActivityAt, words) => {
    const clock = stopClock('2026-11-20T20:00:00Z');
    try {
      const time = within(await row({ lastActivityAt })).getByText(words);
      expect(time.getAttribute('datetime')).toBe(lastActivityAt);
    } finally {
      clock.start();
    }
  });
});

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { suggest } from './api/suggestion-store';
import { inboxPage, refused } from './testing/inbox-page';
import { threeLanguages } from './testing/languages';
import { sense } from './testing/open-inbox';
import { onScreen } from '../../testing/screen-size';
import { conversation, failure, later, message, outgoing } from './testing/samples';
import { suggestion } from './testing/turn-sample';

const page = inboxPage();
let words: Awaited<ReturnType<typeof threeLanguages>>;
beforeAll(async () => {
  words = await threeLanguages();
});
afterEach(async () => {
  await act(async () => void (await i18next.changeLanguage('es')));
});

const LANGUAGES = ['es', 'en', 'pt-BR'] as const;
const TYPES = [
  'image',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'order',
  'story_reply',
  'story_mention',
  'call',
  'deleted',
  'hologram' as 'unsupported',
] as const;
const everything = [
  ...TYPES.map((type, index) => message({ id: `t${index}`, at: later(index * 5), type, text: null })),
  outgoing({ id: 'auto', at: later(100), text: 'Oferta', author: { kind: 'campaign', id: null, name: null } }),
  outgoing({
    id: 'isac',
    at: later(105),
    text: 'Hola',
    author: { kind: 'assistant', id: null, name: 'ISAC' },
    assistantTurnId: 't1',
  }),
  outgoing({ id: 'note', at: later(110), type: 'note', text: 'ojo' }),
  ...(['queued', 'delivered', 'read', 'unknown'] as const).map((status, index) =>
    outgoing({
      id: `s${index}`,
      at: later(120 + index * 5),
      status,
      statusTimes: { sent: later(120) },
      editedAt: later(125),
    }),
  ),
  outgoing({
    id: 'bad',
    at: later(160),
    status: 'failed',
    failure: failure({ reason: 'not_registered' }),
  }),
];
const CASES = LANGUAGES.map((language) => [language] as const);
const texts = () => [
  ...[...document.querySelectorAll('*')].flatMap((element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
  ),
  ...[...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
    ['aria-label', 'placeholder', 'title'].flatMap((name) => element.getAttribute(name) ?? []),
  ),
];
/** A key that nobody translated shows as `part.of.key`; a value that nobody gave as `{{name}}`. */
const untranslated = () => texts().filter((text) => /^[a-z_]+(\.[a-zA-Z_-]+)+$|\{\{/.test(text.trim()));

describe.each(CASES)('in %s', (language) => {
  const inLanguage = (address: string, inbox: Parameters<typeof page.open>[1] = {}) =>
    page.open(address, { preferences: { language }, ...inbox });

  it('the list and its states have all their words', async () => {
    await inLanguage(
      '/bandeja?estado=cerrada&prioridad=alta&canal=instagram&fuente=qr&orden=espera&noleidas=si&asesor=u2',
      {
        conversations: [],
      },
    );
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThan(6));
    await page.close();
    await inLanguage('/bandeja?vista=todos', {
      conversations: (['open', 'follow_up', 'closed'] as const).map((status, index) =>
        conversation({
          id: `c${index}`,
          status,
          assignee: null,
          unreadCount: index,
          priority: 'urgent',
          lead: { id: 'l', state: 'new', quality: 'hot' },
        }),
      ),
    });
    await screen.findByRole('listbox');
    expect(document.documentElement.lang === language || i18next.language === language).toBe(true);
    expect([words.missing(), untranslated()]).toEqual([[], []]);
  });

  it('the thread has words for every kind of message, and the customer for every part', async () => {
    onScreen('desk');
    await inLanguage('/bandeja/c1?vista=todos', {
      conversations: [
        conversation({
          unreadCount: 3,
          lead: { id: 'l', state: 'qualified', quality: 'cold' },
          source: { network: 'direct', linkId: null, itemId: null },
        }),
      ],
      messages: everything,
      answer: ({ path }) => (path.endsWith('/panel') ? refused('internal_error', 400) : undefined),
    });
    await waitFor(() => expect(document.getElementById('message-bad')).toBeTruthy());
    act(() => {
      suggest('c1', suggestion({ intent: 'greeting', confidence: 0.5, reply: 'Hola' }));
      sense('presence', { conversationId: 'c1', viewers: [{ id: 'u2', name: 'Mateo' }] });
    });
    await screen.findByRole('complementary');
    expect([words.missing(), untranslated()]).toEqual([[], []]);
  });

  it.each([
    [
      'a window that closed',
      conversation({ replyPolicy: { kind: 'template', closesAt: later(0), allowed: ['template'], reason: null } }),
    ],
    [
      'a blocked contact',
      conversation({ replyPolicy: { kind: 'none', closesAt: null, allowed: [], reason: 'contact_blocked' } }),
    ],
    [
      'ISAC answering',
      conversation({ assistantMode: 'auto', assistantState: { owner: 'assistant', pausedUntil: null } }),
    ],
    ['a colleague answering', conversation({ assignee: { id: 'u2', name: 'Mateo', initials: 'M' } })],
  ])('%s has all its words', async (_what, given) => {
    await inLanguage('/bandeja/c1?vista=todos', { conversations: [given], messages: [message()] });
    await waitFor(() => expect(document.getElementById('message-m1')).toBeTruthy());
    expect([words.missing(), untranslated()]).toEqual([[], []]);
  });

  it('the board has all its words', async () => {
    await inLanguage('/bandeja?modo=kanban&vista=todos', {
      conversations: [conversation({ status: 'follow_up', followUpAt: later(90) })],
    });
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThan(0));
    expect([words.missing(), untranslated()]).toEqual([[], []]);
  });
});

describe('the language', () => {
  it.each([
    ['es', 'Bandeja', 'Conversaciones'],
    ['en', 'Inbox', 'Conversations'],
    ['pt-BR', 'Caixa de entrada', 'Conversas'],
  ] as const)('%s is the person’s, not the browser’s', async (language, title, list) => {
    await page.open('/bandeja', { preferences: { language } });
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
    expect(await screen.findByRole('listbox', { name: list })).toBeTruthy();
  });

  it('writes days and numbers its own way, in the time of the business', async () => {
    await page.open('/bandeja/c1', {
      preferences: { language: 'en' },
      conversations: [conversation({ unreadCount: 1200 })],
      messages: [message({ at: '2025-03-02T15:00:00Z' })],
    });
    expect(await screen.findByText('Mar 2, 2025')).toBeTruthy();
    expect(screen.getByText('10:00')).toBeTruthy();
  });
});

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { unlockSound } from '../../app/sound';
import { fakeAudio } from './testing/fake-audio';
import { fakeNotifications } from './testing/fake-notifications';
import { pageInFront } from './testing/in-front';
import { inboxPage } from './testing/inbox-page';
import { hear, type Inbox } from './testing/open-inbox';
import type { Conversation } from './model/conversation';
import type { Message } from './model/message';
import { conversation, later, message } from './testing/samples';

const page = inboxPage();
const audio = fakeAudio();
/** One ring is two notes. */
const rings = () => (audio.tones() - before) / 2;
let before = 0;
beforeAll(() => unlockSound());
beforeEach(() => {
  before = audio.tones();
});

/** Hears of what is theirs and nobody's, and wants notes on the desktop. */
const WANTED = { soundScope: 'unassigned', desktopNotifications: true } as const;
const mateo = { id: 'u2', name: 'Mateo', initials: 'M' };
const open = async (over: Partial<Conversation> = {}, address = '/bandeja?vista=todos', inbox: Inbox = {}) => {
  const panel = await page.open(address, {
    conversations: [conversation(over), conversation({ id: 'c2' })],
    messages: [message()],
    preferences: WANTED,
    ...inbox,
  });
  await screen.findByRole('listbox');
  return panel;
};
const comes = (over: Partial<Message> = {}, live = true) =>
  act(() =>
    hear('message.created', message({ id: `n${Math.random()}`, at: later(5), text: '¿Hay stock?', ...over }), live),
  );

describe('the sound of a message', () => {
  it.each<[string, Partial<Conversation>, Partial<Message>, boolean, number]>([
    ['of mine rings', {}, {}, true, 1],
    ['that nobody has rings', { assignee: null }, {}, true, 1],
    ["of a colleague's is theirs to hear", { assignee: mateo }, {}, true, 0],
    ['of ours is no news', {}, { direction: 'out', author: { kind: 'assistant', id: null, name: null } }, true, 0],
    ['that is replayed after a gap does not ring late', {}, {}, false, 0],
    ['of a conversation not loaded yet rings', {}, { conversationId: 'c77' }, true, 1],
  ])('%s', async (_what, given, over, live, count) => {
    await open(given);
    comes(over, live);
    expect(rings()).toBe(count);
  });

  it('is not made for what is before the person’s eyes, and is for another conversation', async () => {
    pageInFront(true);
    await open({}, '/bandeja/c1?vista=todos');
    await screen.findByText('Aquí empieza la conversación');
    comes();
    expect(rings()).toBe(0);
    comes({ conversationId: 'c2' });
    expect(rings()).toBe(1);
  });

  it('is made for the open conversation too while the page is behind', async () => {
    pageInFront(false);
    await open({}, '/bandeja/c1?vista=todos');
    comes();
    expect(rings()).toBe(1);
  });

  it.each([
    ['mine', 1, 0, 0],
    ['unassigned', 1, 1, 0],
    ['all', 1, 1, 1],
  ] as const)('is made for whom the person chose: %s', async (soundScope, own, nobodys, theirs) => {
    const assignees = [conversation().assignee, null, mateo];
    await page.open('/bandeja?vista=todos', {
      conversations: assignees.map((assignee, index) => conversation({ id: `c${index}`, assignee })),
      preferences: { soundScope },
    });
    await screen.findByRole('listbox');
    const heard = assignees.map((_assignee, index) => {
      const already = rings();
      comes({ conversationId: `c${index}` });
      return rings() - already;
    });
    expect(heard).toEqual([own, nobodys, theirs]);
  });

  it('is as loud as the person chose', async () => {
    await open({}, undefined, { preferences: { ...WANTED, soundVolume: 30 } });
    comes();
    expect(audio.loudest()).toBeCloseTo(0.3 * 0.3);
    await page.close();
    await open({}, undefined, { preferences: { ...WANTED, soundVolume: 100 } });
    comes();
    expect(audio.loudest()).toBeCloseTo(0.3);
  });

  it('is not made for who turned it off', async () => {
    await open({}, undefined, { preferences: { ...WANTED, sound: false } });
    comes();
    expect(rings()).toBe(0);
  });
});

describe('a note on the desktop', () => {
  it('names the customer and the words, and opens exactly that conversation', async () => {
    pageInFront(false);
    const shown = fakeNotifications();
    const { router } = await open();
    comes();
    expect(shown).toEqual([expect.objectContaining({ title: 'María González', body: '¿Hay stock?', tag: 'c1' })]);
    await act(async () => shown[0]?.onclick?.());
    await waitFor(() => expect(router.state.location.pathname).toBe('/bandeja/c1'));
    expect(shown[0]?.closed).toBe(true);
  });

  it.each<[string, Partial<Message>, string]>([
    ['a photo', { type: 'image', text: null }, '📷 Foto'],
    ['words with marks', { text: '*Urgente* _por favor_' }, 'Urgente por favor'],
    ['a place', { type: 'location', text: null }, '📍 Ubicación'],
  ])('says %s in one line', async (_what, over, body) => {
    pageInFront(false);
    const shown = fakeNotifications();
    await open();
    comes(over);
    expect(shown[0]?.body).toBe(body);
  });

  it.each([
    ['by phone', '+593968196046', '+593968196046'],
    ['at least as ours', null, 'Hilo'],
  ])('names who has no name %s', async (_how, phone, title) => {
    pageInFront(false);
    const shown = fakeNotifications();
    await open({ contact: { ...conversation().contact, name: '', phone } });
    comes();
    expect(shown[0]?.title).toBe(title);
  });

  it.each<[string, () => Promise<void>]>([
    ['while the page is in front', async () => pageInFront(true)],
    ['without the permission of the browser', async () => void fakeNotifications('denied')],
    ['without an answer to whether it may', async () => void fakeNotifications('default')],
  ])('is not shown %s', async (_when, arrange) => {
    pageInFront(false);
    const shown = fakeNotifications();
    await arrange();
    await open();
    comes();
    expect(shown).toEqual([]);
  });

  it.each<[string, Partial<Conversation>, Partial<Message>, boolean]>([
    ["of a colleague's customer", { assignee: mateo }, {}, true],
    ['of what we wrote', {}, { direction: 'out' }, true],
    ['of what is replayed', {}, {}, false],
    ['of a conversation this page knows nothing of', {}, { conversationId: 'c77' }, true],
  ])('is not shown %s', async (_what, given, over, live) => {
    pageInFront(false);
    const shown = fakeNotifications();
    await open(given);
    comes(over, live);
    expect(shown).toEqual([]);
  });

  it('is not shown to who does not want any', async () => {
    pageInFront(false);
    const shown = fakeNotifications();
    await open({}, undefined, { preferences: { desktopNotifications: false } });
    comes();
    expect(shown).toEqual([]);
  });

  it('is asked for with the first press in a browser that was never asked, and only by who wants them', async () => {
    pageInFront(false);
    const shown = fakeNotifications('default', 'granted');
    const { user } = await open();
    comes();
    expect(shown).toEqual([]);
    await user.click(screen.getByRole('heading', { level: 1 }));
    await waitFor(() => expect(Notification.permission).toBe('granted'));
    comes({ text: 'Ahora sí' });
    expect(shown.map(({ body }) => body)).toEqual(['Ahora sí']);
  });

  it('is not asked for by who does not want them', async () => {
    fakeNotifications('default', 'granted');
    const { user } = await open({}, undefined, { preferences: { desktopNotifications: false } });
    await user.click(screen.getByRole('heading', { level: 1 }));
    expect(Notification.permission).toBe('default');
  });
});

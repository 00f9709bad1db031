import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { unlockSound } from '../../app/sound';
import { fakeAudio } from './testing/fake-audio';
import { fakeNotifications } from './testing/fake-notifications';
import { pageInFront } from './testing/in-front';
import { inboxPage } from './testing/inbox-page';
import { hear } from './testing/open-inbox';
import { later, message } from './testing/samples';

const page = inboxPage();
const audio = fakeAudio();
/** Another tab of the same person holds every lock and never lets go; what must not wait for it runs at once. */
const locks = {
  request: (name: string, work: () => unknown) =>
    name === 'hilo-sound' ? new Promise(() => undefined) : Promise.resolve(work()),
};
beforeAll(async () => {
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  await unlockSound();
});

describe('the second tab of the same person', () => {
  it('neither rings nor notes on the desktop: the first does', async () => {
    pageInFront(false);
    const shown = fakeNotifications();
    await page.open('/bandeja');
    await screen.findByRole('listbox');
    act(() => hear('message.created', message({ id: 'n1', at: later(5) }), true));
    expect([audio.tones(), shown.length]).toEqual([0, 0]);
  });
});

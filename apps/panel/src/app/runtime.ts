import { changeLanguage } from '../i18n/i18n';
import { ApiProblem } from './api-problem';
import { Drafts } from './drafts';
import { Outbox } from './outbox';
import { pagePerson, setPagePerson } from './page-person';
import { createQueryClient } from './query-client';
import { Realtime } from './realtime';
import { meQuery, signOut, type Me } from './session';
import { sessionEntered, sessionLeft, sessionLost, useSessionExpiry } from './session-expiry';
import { standForSoundLeader } from './sound-leader';
import { hearTabs, tellTabs, type TabNews } from './tabs';
import { applyTheme } from './theme';

/** The long-lived parts of one open page. */
export const queryClient = createQueryClient();
export const realtime = new Realtime(queryClient);
export const outbox = new Outbox();
export const drafts = new Drafts();

let inside: Promise<Me> | null = null;

async function enter(): Promise<Me> {
  const me = await queryClient.ensureQueryData(meQuery);
  // Who never chose one goes on in the language of the sign-in.
  if (me.preferences.language) await changeLanguage(me.preferences.language);
  applyTheme(me.preferences.theme);
  setPagePerson(me.id);
  hearTabs((news) => void heard(news));
  await Promise.all([realtime.mark(), drafts.open(me.id)]);
  void outbox.open(me.id);
  realtime.onCaughtUp(() => void outbox.hurry());
  void realtime.connect();
  standForSoundLeader();
  return me;
}

/** Lets the signed-in person in: once per visit, before any screen asks for data. Rejects with a 401 when there is none. */
export function enterPanel(): Promise<Me> {
  inside ??= enter().catch((error: unknown) => {
    inside = null;
    throw error;
  });
  return inside;
}

/** The person of this page is signed in again after the end of the session. */
export function resumePanel(): void {
  realtime.reconnect();
  void outbox.hurry();
  void queryClient.invalidateQueries();
}

/** Another tab changed the cookie that this page lives on. */
async function heard(news: TabNews): Promise<void> {
  if (news.kind === 'entered' && news.personId === pagePerson()) {
    if (!useSessionExpiry.getState().expired) return;
    sessionEntered();
    return resumePanel();
  }
  sessionLost();
  await drafts.settle();
  location.reload();
}

/** Forgets everything the page knew; what waits or was being written stays on this machine for its writer. */
async function forget(): Promise<void> {
  hearTabs(null);
  setPagePerson(null);
  sessionLeft();
  realtime.disconnect();
  await Promise.all([drafts.close(), outbox.close()]);
  inside = null;
  queryClient.clear();
}

/** Signs out and forgets everything the page knew. */
export async function leavePanel(): Promise<void> {
  // What waits for its undo time is still this person's to send.
  await outbox.release();
  await signOut().catch((error: unknown) => {
    // There is no session of this person to end: they are out.
    if (!(error instanceof ApiProblem && error.status === 401)) throw error;
  });
  await forget();
  tellTabs({ kind: 'left' });
}

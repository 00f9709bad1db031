import { changeLanguage } from '../i18n/i18n';
import { Drafts } from './drafts';
import { Outbox } from './outbox';
import { createQueryClient } from './query-client';
import { Realtime } from './realtime';
import { meQuery, signOut, type Me } from './session';
import { sessionLeft } from './session-expiry';
import { standForSoundLeader } from './sound-leader';
import { applyTheme } from './theme';

/** The long-lived parts of one open page. */
export const queryClient = createQueryClient();
export const realtime = new Realtime(queryClient);
export const outbox = new Outbox();
export const drafts = new Drafts();

let inside: Promise<Me> | null = null;

async function enter(): Promise<Me> {
  const [me] = await Promise.all([queryClient.ensureQueryData(meQuery), realtime.mark()]);
  await changeLanguage(me.preferences.language);
  applyTheme(me.preferences.theme);
  await drafts.open(me.id);
  void outbox.open(me.id);
  realtime.onCaughtUp(() => void outbox.hurry());
  void realtime.connect();
  standForSoundLeader();
  return me;
}

/** Lets the signed-in person in: once per visit, before any screen asks for data. Rejects with the problem of `/me`. */
export function enterPanel(): Promise<Me> {
  inside ??= enter().catch((error: unknown) => {
    inside = null;
    throw error;
  });
  return inside;
}

/** Signs out and forgets everything the page knew. */
export async function leavePanel(): Promise<void> {
  // What waits for its undo time is still this person's to send.
  await outbox.release();
  await signOut();
  sessionLeft();
  realtime.disconnect();
  await Promise.all([drafts.close(), outbox.close()]);
  inside = null;
  queryClient.clear();
}

import type { Preferences } from './session';
import { leadsSound } from './sound-leader';

/** Whether a message in a conversation of this assignee asks for the person's ear: their own, also nobody's, or all. */
export function concerns(scope: Preferences['soundScope'], assigneeId: string | null, meId: string): boolean {
  if (scope === 'all' || assigneeId === meId) return true;
  return scope === 'unassigned' && assigneeId === null;
}

/** Loudness for `ring`, 0 to 1. */
export const loudness = ({ soundVolume }: Pick<Preferences, 'soundVolume'>): number => soundVolume / 100;

/** What the browser lets us show on the desktop; `missing` where it can show nothing. */
export const desktopPermission = (): NotificationPermission | 'missing' =>
  typeof Notification === 'function' ? Notification.permission : 'missing';

/** Asks the browser, which shows its question only from within a press or a key. Gives whether it lets us. */
export async function askForDesktop(): Promise<boolean> {
  const known = desktopPermission();
  return known === 'default' ? (await Notification.requestPermission()) === 'granted' : known === 'granted';
}

/** Whether a note goes to the desktop now: wanted, allowed, and the page is not what the person looks at. One tab shows it. */
export const showsOnDesktop = ({ desktopNotifications }: Pick<Preferences, 'desktopNotifications'>): boolean =>
  desktopNotifications && document.hidden && leadsSound() && desktopPermission() === 'granted';

/**
 * For who wants notes on the desktop in a browser that has not been asked yet (another machine, another profile): asks with
 * the first press of the visit. Gives the way to stop waiting for it.
 */
export function askWithFirstPress(): () => void {
  if (desktopPermission() !== 'default') return () => undefined;
  const ask = () => {
    stop();
    void askForDesktop();
  };
  const stop = () => removeEventListener('click', ask, true);
  addEventListener('click', ask, true);
  return stop;
}

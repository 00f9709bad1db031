const DAY_MS = 86_400_000;

/** However busy, a session ends this long after the sign-in. */
export const SESSION_LIFE_MS = 30 * DAY_MS;
/** Unused for this long, it ends too. */
export const SESSION_IDLE_MS = 7 * DAY_MS;
/** The last use is written at most this often. */
export const TOUCH_EVERY_MS = 60_000;

export interface SessionTimes {
  createdAt: Date;
  lastUsedAt: Date;
}

export const isLive = ({ createdAt, lastUsedAt }: SessionTimes, now: Date): boolean =>
  now.getTime() - createdAt.getTime() < SESSION_LIFE_MS && now.getTime() - lastUsedAt.getTime() < SESSION_IDLE_MS;

export const needsTouch = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= TOUCH_EVERY_MS;

/** Sessions created or last used before these moments are over. */
export const overBefore = (now: Date): { createdBefore: Date; unusedSince: Date } => ({
  createdBefore: new Date(now.getTime() - SESSION_LIFE_MS),
  unusedSince: new Date(now.getTime() - SESSION_IDLE_MS),
});

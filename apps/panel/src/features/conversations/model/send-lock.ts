/** Nothing leaves this soon after another conversation came up: the hand may still be in the one before. */
const LOCK_MS = 300;

/** Whether a message may leave. Both in epoch ms. */
export const mayLeave = (openedAt: number, now: number): boolean => now - openedAt >= LOCK_MS;

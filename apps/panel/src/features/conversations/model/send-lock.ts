/** A draft does not leave this soon after its conversation came up: the press may have been meant for the one before. */
const LOCK_MS = 300;

/** Whether a message may leave. What was written since it came up is meant for it, however quick the hand. Both in epoch ms. */
export const mayLeave = (openedAt: number, now: number, writtenSince: boolean): boolean =>
  writtenSince || now - openedAt >= LOCK_MS;

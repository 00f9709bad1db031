/**
 * The time by which a message of ours stands in the thread. Providers tell theirs in whole seconds: ours are cut alike, so that what happened
 * within one second keeps the order in which we learned of it, by id.
 */
export const threadTime = (now: Date): Date => new Date(Math.floor(now.getTime() / 1000) * 1000);

export const PRIORITIES = ['normal', 'high', 'urgent'] as const;
export type NotificationPriority = (typeof PRIORITIES)[number];

/** Fills the title; the panel translates. */
export type NotificationParams = Readonly<Record<string, string | number>>;

export interface Notification {
  id: string;
  userId: string;
  /** What it is about, for preferences: `conversation.assigned`, `channel.down`. */
  kind: string;
  /** A key that the panel has words for. */
  title: string;
  params: NotificationParams;
  /** Where it leads in the panel: a path. */
  link: string | null;
  priority: NotificationPriority;
  createdAt: Date;
  readAt: Date | null;
}

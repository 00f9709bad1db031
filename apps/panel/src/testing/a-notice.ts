import type { Notification, NotificationPage } from '../app/notifications';

/** A notification for a test: only what matters is said. */
export const aNotice = (over: Partial<Notification> = {}): Notification => ({
  id: 'n1',
  kind: 'escalation',
  title: 'escalation',
  params: { reason: 'human_request' },
  link: '/bandeja/c7',
  priority: 'normal',
  createdAt: '2026-11-20T10:00:00Z',
  readAt: null,
  ...over,
});

/** The bell with these in it and nothing beyond them. */
export const aBell = (...data: Notification[]): NotificationPage => ({
  data,
  nextCursor: null,
  unreadCount: data.filter(({ readAt }) => readAt === null).length,
});

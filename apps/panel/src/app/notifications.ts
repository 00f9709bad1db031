import type { BodyOf, Schemas } from '@hilo/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from './ask';

/** Something the person should know. Title and params have their words in the shell's `notifications.titles`. */
export type Notification = Schemas['NotificationView'];
export type NotificationPage = Schemas['NotificationPage'];

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => ask('GET', '/notifications', { query: { limit: 30 }, signal }),
});

/** Puts a new one on top, once. */
export function withNotification(
  page: NotificationPage | undefined,
  added: Notification,
): NotificationPage | undefined {
  if (!page || page.data.some((one) => one.id === added.id)) return page;
  const unreadCount = page.unreadCount + (added.readAt === null ? 1 : 0);
  return { ...page, data: [added, ...page.data], unreadCount };
}

type Read = BodyOf<'POST', '/notifications/read'>;

/** The page as it will be once these are read. What lies beyond the page is read too when all are. */
export function withRead(page: NotificationPage, { all, ids = [] }: Read, now: string): NotificationPage {
  const named = (one: Notification) => one.readAt === null && (all === true || ids.includes(one.id));
  const unreadCount = all ? 0 : Math.max(0, page.unreadCount - page.data.filter(named).length);
  return { ...page, unreadCount, data: page.data.map((one) => (named(one) ? { ...one, readAt: now } : one)) };
}

/** Marks some, or all, as read: at once, and as the server counts them when it has answered. */
export function useReadNotifications() {
  const client = useQueryClient();
  const { queryKey } = notificationsQuery;
  return useMutation({
    mutationFn: (which: Read) => ask('POST', '/notifications/read', { body: which }),
    onMutate: (which) =>
      void client.setQueryData(queryKey, (page) => page && withRead(page, which, new Date().toISOString())),
    onSuccess: ({ unreadCount }) => void client.setQueryData(queryKey, (page) => page && { ...page, unreadCount }),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

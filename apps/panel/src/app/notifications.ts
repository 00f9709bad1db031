import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './api';

/** Something the person should know. `kind` has its words in the shell's `notifications.kinds`. */
export interface Notification {
  id: string;
  kind: string;
  title: string | null;
  body: string | null;
  conversationId: string | null;
  leadId: string | null;
  /** Where in the panel it leads. */
  link?: string | null;
  readAt: string | null;
  at?: string;
  createdAt?: string;
}

interface NotificationPage {
  data: Notification[];
  nextCursor: string | null;
}

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => request<NotificationPage>('GET', '/notifications', { query: { limit: 30 }, signal }),
});

export const unreadOf = (page: NotificationPage | undefined): number =>
  page?.data.filter((one) => one.readAt === null).length ?? 0;

/** Puts a new one on top, once. */
export function withNotification(
  page: NotificationPage | undefined,
  added: Notification,
): NotificationPage | undefined {
  if (!page || page.data.some((one) => one.id === added.id)) return page;
  return { ...page, data: [added, ...page.data] };
}

export function useReadAllNotifications() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST', '/notifications/read', { body: { all: true } }),
    onMutate: () => {
      const now = new Date().toISOString();
      client.setQueryData(
        notificationsQuery.queryKey,
        (page) => page && { ...page, data: page.data.map((one) => ({ ...one, readAt: one.readAt ?? now })) },
      );
    },
    onError: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
}

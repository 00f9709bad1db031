import type { Notification } from '../domain/notification.js';
import type { NotificationView } from './notifications.dto.js';

export const presentNotification = ({
  id,
  kind,
  title,
  params,
  link,
  priority,
  createdAt,
  readAt,
}: Notification): NotificationView => ({
  id,
  kind,
  title,
  params,
  link,
  priority,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

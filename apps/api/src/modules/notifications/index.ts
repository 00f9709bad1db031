export { NotificationsModule } from './notifications.module.js';
export { NotificationsHttpModule } from './notifications-http.module.js';
export { NotificationsWorkerModule } from './notifications-worker.module.js';
export { notificationCreated } from './notifications.events.js';
export { Notifications, type NewNotification, type Receivers } from './services/notifications.js';
export type { NotificationParams, NotificationPriority } from './domain/notification.js';

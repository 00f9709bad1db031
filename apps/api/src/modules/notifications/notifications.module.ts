import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ShowNotification } from './gateway/show-notification.projection.js';
import { NotificationRows } from './persistence/notifications.repository.js';
import { Bell } from './services/bell.js';
import { Notifications } from './services/notifications.js';

@Module({
  imports: [AuthModule],
  providers: [NotificationRows, Notifications, Bell, ShowNotification],
  exports: [Notifications, Bell, NotificationRows],
})
export class NotificationsModule {}

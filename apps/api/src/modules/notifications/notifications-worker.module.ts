import { Module } from '@nestjs/common';
import { ForgetOldNotificationsJob } from './jobs/forget-old-notifications.job.js';
import { NotificationsModule } from './notifications.module.js';

@Module({ imports: [NotificationsModule], providers: [ForgetOldNotificationsJob] })
export class NotificationsWorkerModule {}

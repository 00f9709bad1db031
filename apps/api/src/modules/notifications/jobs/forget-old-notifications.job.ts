import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { NotificationRows } from '../persistence/notifications.repository.js';

const EVERY_HOUR_MS = 3_600_000;
const KEEP_MS = 90 * 86_400_000;

@Injectable()
@Job()
export class ForgetOldNotificationsJob implements WorkerJob {
  readonly name = 'forget-old-notifications';
  readonly sweepMs = EVERY_HOUR_MS;

  constructor(
    private readonly rows: NotificationRows,
    private readonly clock: Clock,
  ) {}

  run(): Promise<number> {
    return this.rows.removeBefore(new Date(this.clock.now().getTime() - KEEP_MS));
  }
}

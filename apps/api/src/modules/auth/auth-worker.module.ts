import { Module } from '@nestjs/common';
import { AuthModule } from './auth.module.js';
import { ForgetEndedSessionsJob } from './jobs/forget-ended-sessions.job.js';

@Module({ imports: [AuthModule], providers: [ForgetEndedSessionsJob] })
export class AuthWorkerModule {}

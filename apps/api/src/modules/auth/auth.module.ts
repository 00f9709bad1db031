import { Module } from '@nestjs/common';
import { AuditTrail } from './services/audit-trail.js';
import { People } from './services/people.js';

@Module({ providers: [AuditTrail, People], exports: [AuditTrail, People] })
export class AuthModule {}

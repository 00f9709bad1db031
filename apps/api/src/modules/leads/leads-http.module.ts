import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { LeadAssignmentController } from './http/lead-assignment.controller.js';
import { LeadsController } from './http/leads.controller.js';
import { LeadsModule } from './leads.module.js';

// The rule's fixed path before `leads/:id`.
@Module({ imports: [LeadsModule, AuthModule], controllers: [LeadAssignmentController, LeadsController] })
export class LeadsHttpModule {}

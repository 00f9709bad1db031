import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { isOpen } from '../domain/lead-status.js';
import { LeadRepository } from '../persistence/lead.repository.js';
import { SYSTEM } from '../persistence/lead-events.js';
import { LeadWriter } from './lead-writer.js';

/** Keeps a lead with whoever holds its conversation. */
@Injectable()
export class FollowAssignment {
  constructor(
    private readonly transaction: Transaction,
    private readonly leads: LeadRepository,
    private readonly writer: LeadWriter,
  ) {}

  /** A lead held by a third person stays with them. */
  follow(conversationId: string, assigneeId: string, previousAssigneeId: string | null): Promise<void> {
    return this.transaction.run(async () => {
      const found = await this.leads.ofConversation(conversationId);
      const lead = found && isOpen(found.state) ? await this.leads.lock(found.id) : null;
      if (!lead || !isOpen(lead.state)) return;
      if (lead.assigneeId === null || lead.assigneeId === previousAssigneeId)
        await this.writer.apply(lead, { assigneeId }, SYSTEM);
    });
  }
}

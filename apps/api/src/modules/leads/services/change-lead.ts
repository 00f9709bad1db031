import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { invalidField, notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { AuditTrail, People, type Principal } from '../../auth/index.js';
import type { LeadChange } from '../domain/lead-change.js';
import { stateRefused } from '../leads.errors.js';
import { LeadRepository } from '../persistence/lead.repository.js';
import { LeadItems } from './lead-items.js';
import { LeadWriter } from './lead-writer.js';

/** A person, or a system with a key, changes a lead. */
@Injectable()
export class ChangeLead {
  constructor(
    private readonly transaction: Transaction,
    private readonly leads: LeadRepository,
    private readonly writer: LeadWriter,
    private readonly people: People,
    private readonly items: LeadItems,
    private readonly audit: AuditTrail,
  ) {}

  change(by: Principal, id: string, change: LeadChange, ifMatch?: number): Promise<void> {
    return this.transaction.run(async () => {
      const lead = await this.leads.lock(id);
      if (!lead) throw notFound('lead');
      if (ifMatch !== undefined && ifMatch !== lead.version) throw staleVersion(lead.version);
      if (lead.contactId === null && change.state !== undefined)
        throw stateRefused('not_allowed', lead.state, change.state);
      await this.check(change);
      const told = await this.writer.apply(lead, change, { kind: by.kind, id: by.id });
      for (const { change: kind, from, to, fields } of told)
        await this.audit.record(
          by,
          `lead.${kind}`,
          { type: 'lead', id },
          kind === 'details' ? { fields } : { from, to },
        );
    });
  }

  private async check({ assigneeId, itemId }: LeadChange): Promise<void> {
    if (assigneeId && !(await this.people.assignable()).some((one) => one.id === assigneeId))
      throw invalidField('/assigneeId', 'nobody of this id may hold leads');
    if (itemId && !(await this.items.byIds([itemId])).has(itemId))
      throw invalidField('/itemId', 'there is no such item');
  }
}

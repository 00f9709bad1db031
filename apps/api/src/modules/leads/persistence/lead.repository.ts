import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, QueryFailedError } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction.js';
import { OPEN_STATES } from '../domain/lead-status.js';
import { LeadEntity } from './lead.entity.js';

export type LeadConflict = 'open_lead_exists' | 'no_contact' | 'stale';

@Injectable()
export class LeadRepository {
  constructor(private readonly transaction: Transaction) {}

  byId(id: string): Promise<LeadEntity | null> {
    return this.leads.findOneBy({ id });
  }

  /** Waits for whoever is changing it. */
  lock(id: string): Promise<LeadEntity | null> {
    return this.leads.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byIds(ids: readonly string[]): Promise<LeadEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.leads.findBy({ id: In([...new Set(ids)]) });
  }

  ofContact(contactId: string): Promise<LeadEntity[]> {
    return this.leads.find({ where: { contactId }, order: { enquiredAt: 'DESC', id: 'DESC' } });
  }

  /** The open one of the latest enquiry, else the latest closed one. */
  async ofConversation(conversationId: string): Promise<LeadEntity | null> {
    const order = { enquiredAt: 'DESC', id: 'DESC' } as const;
    const open = await this.leads.findOne({
      where: { conversationId, state: In([...OPEN_STATES]), contactId: Not(IsNull()) },
      order,
    });
    return open ?? this.leads.findOne({ where: { conversationId, contactId: Not(IsNull()) }, order });
  }

  openOf(contactId: string, itemId: string | null): Promise<LeadEntity | null> {
    return this.leads.findOneBy({ contactId, itemId: itemId ?? IsNull(), state: In([...OPEN_STATES]) });
  }

  insert(lead: LeadEntity): Promise<LeadConflict | undefined> {
    return conflictOf(async () => {
      await this.leads.insert(lead);
      return undefined;
    });
  }

  /** Writes only over the version it was read with. */
  update(lead: LeadEntity, readVersion: number): Promise<LeadConflict | undefined> {
    return conflictOf(async () => {
      const { id, ...fields } = lead;
      const { affected } = await this.leads.update(
        { id, version: readVersion },
        { ...fields, version: readVersion + 1 },
      );
      return affected === 1 ? undefined : 'stale';
    });
  }

  private get leads() {
    return this.transaction.repository(LeadEntity);
  }
}

async function conflictOf(write: () => Promise<LeadConflict | undefined>): Promise<LeadConflict | undefined> {
  try {
    return await write();
  } catch (error) {
    const constraint =
      error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
    if (constraint === 'lead_open_once') return 'open_lead_exists';
    if (constraint === 'lead_contact_id_fkey') return 'no_contact';
    throw error;
  }
}

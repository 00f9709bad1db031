import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { SealedSlots } from './sealed-slots.js';

const OF_CONTACT = 'conversation_id in (select id from conversation where contact_id = $1)';

/** What the assistant wrote down about a customer. */
@Injectable()
export class AssistantPersonalData {
  constructor(
    private readonly sql: Sql,
    private readonly slots: SealedSlots,
  ) {}

  async of(contactId: string): Promise<{ turns: object[]; enquiries: object[] }> {
    const turns = await this.sql.rows<{ slots: object }>(
      `select created_at as "createdAt", state, decision, slots, reply, note from assistant_turn where ${OF_CONTACT} order by id`,
      [contactId],
    );
    const enquiries = await this.sql.rows<{ state: { slots?: object } }>(
      `select state, quality, completeness, updated_at as "updatedAt" from assistant_qualification where ${OF_CONTACT}`,
      [contactId],
    );
    return {
      turns: turns.map((turn) => ({ ...turn, slots: this.slots.open(turn.slots) })),
      enquiries: enquiries.map((row) => ({
        ...row,
        state: { ...row.state, slots: this.slots.open(row.state.slots ?? {}) },
      })),
    };
  }

  /** The words go; that there was an answer, of what kind and how fast, stays counted. */
  async erase(contactId: string): Promise<void> {
    await this.sql.rows(`delete from assistant_qualification where ${OF_CONTACT}`, [contactId]);
    await this.sql.rows(`delete from assistant_turn where ${OF_CONTACT} and state in ('waiting', 'thinking')`, [
      contactId,
    ]);
    await this.sql.rows(
      `update assistant_turn set slots = '{}', items = '[]', rejected = '[]', reply = null, note = null where ${OF_CONTACT}`,
      [contactId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { DialogueState } from '../decide/dialogue-state.js';
import type { LeadQuality } from '../decide/lead-quality.js';
import { SealedSlots } from './sealed-slots.js';

export interface StoredQualification {
  state: DialogueState;
  quality: LeadQuality;
  /** 0 to 100. */
  completeness: number;
  updatedAt: Date;
  expiresAt: Date;
}

/** What is known of each enquiry between two messages. */
@Injectable()
export class QualificationRows {
  constructor(
    private readonly sql: Sql,
    private readonly slots: SealedSlots,
  ) {}

  /** Undefined when there is none, or none any more. */
  async of(conversationId: string, now: Date): Promise<StoredQualification | undefined> {
    const row = await this.sql.one<StoredQualification>(
      `select state, quality, completeness, updated_at as "updatedAt", expires_at as "expiresAt" from assistant_qualification where conversation_id = $1 and expires_at > $2`,
      [conversationId, now],
    );
    return row && { ...row, state: withSlots(row.state, (slots) => this.slots.open(slots)) };
  }

  async keep(
    conversationId: string,
    { state, quality, completeness, updatedAt, expiresAt }: StoredQualification,
  ): Promise<void> {
    await this.sql.rows(
      `insert into assistant_qualification (conversation_id, state, quality, completeness, updated_at, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (conversation_id) do update set state = excluded.state, quality = excluded.quality, completeness = excluded.completeness,
         updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
      [
        conversationId,
        JSON.stringify(withSlots(state, (slots) => this.slots.seal(slots))),
        quality,
        completeness,
        updatedAt,
        expiresAt,
      ],
    );
  }

  async forget(conversationId: string): Promise<void> {
    await this.sql.rows('delete from assistant_qualification where conversation_id = $1', [conversationId]);
  }
}

/** A state that was written by nobody we know may hold no slots. */
const withSlots = <S extends { slots?: object }>(state: S, turn: (slots: NonNullable<S['slots']>) => object): S =>
  state.slots ? { ...state, slots: turn(state.slots) } : state;

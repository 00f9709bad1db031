import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Quality, Urgency } from '../domain/lead-quality.js';
import type { LeadState } from '../domain/lead-status.js';

export type LeadSource = 'link' | 'ad' | 'campaign' | 'direct' | 'manual';

/** Whole minor units fit a double up to 2^53. */
const minorUnits = {
  from: (value: string | null) => (value === null ? null : Number(value)),
  to: (value: number | null) => value,
};

/** Somebody's interest in an item, on its way to a sale. Without a contact: a click that nobody has claimed. */
@Entity('lead')
export class LeadEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ name: 'contact_id', type: 'uuid', nullable: true }) contactId!: string | null;
  @Column({ name: 'conversation_id', type: 'uuid', nullable: true }) conversationId!: string | null;
  @Column({ name: 'item_id', type: 'uuid', nullable: true }) itemId!: string | null;
  @Column({ name: 'source_kind', type: 'text' }) source!: LeadSource;
  @Column({ type: 'text', nullable: true }) network!: string | null;
  @Column({ name: 'link_id', type: 'uuid', nullable: true }) linkId!: string | null;
  @Column({ name: 'click_id', type: 'uuid', nullable: true, unique: true }) clickId!: string | null;
  @Column({ name: 'ad_id', type: 'text', nullable: true }) adId!: string | null;
  @Column({ type: 'jsonb', nullable: true }) utm!: Record<string, string | null> | null;
  @Column({ name: 'opened_by_message', type: 'uuid', nullable: true, unique: true }) openedByMessage!: string | null;
  @Column({ type: 'text', default: 'new' }) state!: LeadState;
  @Column({ name: 'lost_reason', type: 'text', nullable: true }) lostReason!: string | null;
  @Column({ type: 'text', nullable: true }) quality!: Quality | null;
  @Column({ name: 'quality_by', type: 'text', nullable: true }) qualityBy!: 'assistant' | 'person' | 'rules' | null;
  @Column({ name: 'quality_reasons', type: 'text', array: true, default: '{}' }) qualityReasons!: string[];
  @Column({ type: 'smallint', default: 0 }) completeness!: number;
  @Column({ type: 'text', nullable: true }) urgency!: Urgency | null;
  @Column({ type: 'text', nullable: true }) title!: string | null;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ type: 'text', nullable: true }) city!: string | null;
  @Column({ name: 'budget_amount', type: 'bigint', nullable: true, transformer: minorUnits }) budgetAmount!:
    number | null;
  @Column({ name: 'budget_currency', type: 'text', nullable: true }) budgetCurrency!: string | null;
  @Column({ name: 'value_amount', type: 'bigint', nullable: true, transformer: minorUnits }) valueAmount!:
    number | null;
  @Column({ name: 'value_currency', type: 'text', nullable: true }) valueCurrency!: string | null;
  @Column({ name: 'sale_id', type: 'uuid', nullable: true }) saleId!: string | null;
  @Column({ name: 'assignee_id', type: 'uuid', nullable: true }) assigneeId!: string | null;
  @Column({ type: 'integer', default: 1 }) enquiries!: number;
  @Column({ name: 'first_message_at', type: 'timestamptz', nullable: true }) firstMessageAt!: Date | null;
  @Column({ name: 'last_message_at', type: 'timestamptz', nullable: true }) lastMessageAt!: Date | null;
  @Column({ name: 'enquired_at', type: 'timestamptz' }) enquiredAt!: Date;
  @Column({ name: 'activity_at', type: 'timestamptz' }) activityAt!: Date;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt!: Date | null;
  @Column({ name: 'expired_at', type: 'timestamptz', nullable: true }) expiredAt!: Date | null;
  @Column({ name: 'absorbed_by', type: 'uuid', nullable: true }) absorbedBy!: string | null;
  @Column({ type: 'integer', default: 1 }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}

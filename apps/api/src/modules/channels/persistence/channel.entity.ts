import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelKind } from '../domain/channel-event.js';

export type AssistantMode = 'auto' | 'suggest' | 'off';
export type ChannelHealth = 'healthy' | 'degraded' | 'down';

/** One address of the business. Credentials are sealed as one JSON text. */
@Entity('channel')
export class ChannelEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ChannelKind;

  @Column('text')
  name!: string;

  @Column('text')
  address!: string;

  @Column({ name: 'account_id', type: 'text', nullable: true })
  accountId!: string | null;

  @Column({ name: 'display_address', type: 'text', nullable: true })
  displayAddress!: string | null;

  @Column({ name: 'base_url', type: 'text' })
  baseUrl!: string;

  @Column('text')
  credentials!: string;

  @Column('text')
  country!: string;

  @Column('boolean')
  sandbox!: boolean;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column('integer')
  rate!: number;

  @Column({ name: 'assistant_mode', type: 'text', default: 'off' })
  assistantMode!: AssistantMode;

  @Column({ name: 'team_id', type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'text', default: 'healthy' })
  health!: ChannelHealth;

  @Column({ name: 'health_reason', type: 'text', nullable: true })
  healthReason!: string | null;

  @Column({ name: 'health_since', type: 'timestamptz', nullable: true })
  healthSince!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

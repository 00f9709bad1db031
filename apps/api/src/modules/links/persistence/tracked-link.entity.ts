import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Network } from '../domain/network.js';
import type { Utm } from '../domain/utm.js';

/** An item published on a network, with an address of its own. */
@Entity('tracked_link')
export class TrackedLinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column({ name: 'item_id', type: 'uuid', nullable: true })
  itemId!: string | null;

  @Column('text')
  network!: Network;

  @Column('text')
  name!: string;

  @Column({ name: 'channel_id', type: 'uuid' })
  channelId!: string;

  /** Prefilled text with `{item}` and `{sku}`; null means the standard words. */
  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Column('jsonb')
  utm!: Utm;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

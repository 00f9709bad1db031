import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { EntryStatus } from '../domain/item.js';

@Entity('faq_entry')
export class FaqEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  question!: string;

  @Column({ type: 'text' })
  answer!: string;

  @Column({ type: 'text', array: true, default: '{}' })
  tags!: string[];

  @Column({ type: 'text', default: 'active' })
  status!: EntryStatus;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

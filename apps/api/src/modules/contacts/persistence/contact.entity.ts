import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ContactType } from '../contacts.types.js';
import type { ContactAttributes } from '../domain/contact-view.js';

@Entity('contact')
export class ContactEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'name_source', type: 'text', default: 'provider' })
  nameSource!: 'provider' | 'person';

  @Column({ type: 'text', nullable: true })
  username!: string | null;

  @Column({ name: 'phone_sealed', type: 'text', nullable: true })
  phoneSealed!: string | null;

  @Column({ name: 'phone_hash', type: 'text', nullable: true })
  phoneHash!: string | null;

  @Column({ name: 'email_sealed', type: 'text', nullable: true })
  emailSealed!: string | null;

  @Column({ name: 'email_hash', type: 'text', nullable: true })
  emailHash!: string | null;

  @Column({ type: 'text', nullable: true })
  city!: string | null;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'text', default: 'retail' })
  type!: ContactType;

  @Column({ type: 'text', array: true, default: '{}' })
  tags!: string[];

  @Column({ type: 'jsonb', default: {} })
  attributes!: ContactAttributes;

  @Column({ name: 'blocked_at', type: 'timestamptz', nullable: true })
  blockedAt!: Date | null;

  @Column({ name: 'merged_into', type: 'uuid', nullable: true })
  mergedInto!: string | null;

  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

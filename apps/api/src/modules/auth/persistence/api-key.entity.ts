import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Permission } from '../domain/permissions.js';

@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The first characters, to tell keys apart in a list. */
  @Column('text')
  hint!: string;

  @Column('text', { name: 'key_hash', unique: true })
  keyHash!: string;

  @Column('text', { array: true })
  scopes!: Permission[];

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/permissions.js';
import type { Presence } from '../domain/person.js';
import type { Preferences } from '../domain/preferences.js';

@Entity('app_user')
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'email_sealed' })
  emailSealed!: string;

  @Column('text', { name: 'email_index', unique: true })
  emailIndex!: string;

  /** argon2id, PHC string. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('text', { array: true, default: () => "'{}'" })
  skills!: string[];

  @Column('text', { default: 'offline' })
  presence!: Presence;

  @Column('integer', { default: 20 })
  capacity!: number;

  @Column('boolean', { default: true })
  active!: boolean;

  @Column('jsonb', { default: () => "'{}'" })
  preferences!: Partial<Preferences>;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt!: Date | null;
}

import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { EntryStatus, ItemAttributes, ItemKind } from '../domain/item.js';

/** Postgres hands a bigint out as text; amounts of money are safe integers. */
const amount = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('catalogue_item')
export class ItemEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: ItemKind;

  @Column({ type: 'text', unique: true })
  sku!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  brand!: string | null;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'jsonb', default: {} })
  attributes!: ItemAttributes;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ name: 'price_retail', type: 'bigint', transformer: amount })
  priceRetail!: number;

  @Column({ name: 'price_wholesale', type: 'bigint', nullable: true, transformer: amount })
  priceWholesale!: number | null;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'integer', nullable: true })
  stock!: number | null;

  @Column({ type: 'jsonb', default: [] })
  images!: string[];

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ type: 'text', default: 'active' })
  status!: EntryStatus;

  @Column({ name: 'search_text', type: 'text' })
  searchText!: string;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

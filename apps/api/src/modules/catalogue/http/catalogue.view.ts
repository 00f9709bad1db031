import { ApiProperty } from '@nestjs/swagger';
import {
  ENTRY_STATUSES,
  ITEM_KINDS,
  type EntryStatus,
  type FaqEntry,
  type Item,
  type ItemAttributes,
  type ItemKind,
} from '../domain/item.js';
import { photoAddress } from '../domain/photo.js';

export class MoneyView {
  @ApiProperty({ description: 'In the smallest unit of the currency.' }) amount!: number;
  @ApiProperty({ example: 'USD' }) currency!: string;
}

export class ItemView implements Item {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ITEM_KINDS }) kind!: ItemKind;
  @ApiProperty() sku!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) brand!: string | null;
  @ApiProperty() category!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } })
  attributes!: ItemAttributes;
  @ApiProperty() description!: string;
  @ApiProperty({ type: MoneyView }) priceRetail!: MoneyView;
  @ApiProperty({ type: MoneyView, nullable: true }) priceWholesale!: MoneyView | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null is not counted.' }) stock!: number | null;
  @ApiProperty({ type: [String], description: 'As they were given.' }) images!: string[];
  @ApiProperty({ type: [String], description: 'Where to show each of `images` from: always on our own host.' })
  photos!: string[];
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ enum: ENTRY_STATUSES }) status!: EntryStatus;
  @ApiProperty() version!: number;
}

export const presentItem = (item: Item): ItemView => ({ ...item, photos: item.images.map(photoAddress) });

export class ItemPage {
  @ApiProperty({ type: [ItemView] }) data!: ItemView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class FaqView implements FaqEntry {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() question!: string;
  @ApiProperty() answer!: string;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty({ enum: ENTRY_STATUSES }) status!: EntryStatus;
  @ApiProperty() version!: number;
}

export class FaqList {
  @ApiProperty({ type: [FaqView] }) data!: FaqView[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them are listed.' }) nextCursor!:
    string | null;
}

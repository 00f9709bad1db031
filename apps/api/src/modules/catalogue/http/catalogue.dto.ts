import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { ENTRY_STATUSES, ITEM_KINDS, type EntryStatus, type ItemAttributes, type ItemKind } from '../domain/item.js';
import { IsImageAddress } from './image-address.validator.js';
import { IsItemAttributes } from './item-attributes.validator.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const flag = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

export class MoneyInput {
  @ApiProperty({ minimum: 0, description: 'In the smallest unit of the currency.' })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  amount!: number;

  @ApiProperty({ example: 'USD' })
  @Matches(/^[A-Z]{3}$/, { message: 'currency must be an ISO 4217 code' })
  currency!: string;
}

export class ItemQuery extends PageQuery {
  @ApiPropertyOptional({
    maxLength: 200,
    description: 'As people name things: accents, synonyms and small mistakes do not matter.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
  @ApiPropertyOptional({ maxLength: 80 }) @IsOptional() @IsString() @MaxLength(80) category?: string;
  @ApiPropertyOptional({ enum: ITEM_KINDS }) @IsOptional() @IsIn(ITEM_KINDS) kind?: ItemKind;
  @ApiPropertyOptional({ type: Boolean }) @IsOptional() @flag @IsBoolean() inStock?: boolean;
  @ApiPropertyOptional({ enum: ENTRY_STATUSES, default: 'active' })
  @IsOptional()
  @IsIn(ENTRY_STATUSES)
  status?: EntryStatus;
}

export class ItemSearchInput {
  @ApiProperty({ maxLength: 200 }) @IsString() @IsNotEmpty() @MaxLength(200) q!: string;
  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 10 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 10;
}

export class CreateItemBody {
  @ApiProperty({ enum: ITEM_KINDS }) @IsIn(ITEM_KINDS) kind!: ItemKind;

  @ApiProperty({ maxLength: 64 })
  @trimmed
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
    message: 'sku must have letters, digits, dots, dashes or underscores, 64 at most',
  })
  sku!: string;

  @ApiProperty({ maxLength: 200 }) @trimmed @IsString() @IsNotEmpty() @MaxLength(200) name!: string;
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80 })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(80)
  brand?: string | null;
  @ApiProperty({ maxLength: 80 }) @trimmed @IsString() @IsNotEmpty() @MaxLength(80) category!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } })
  @MayBeLeftOut()
  @IsItemAttributes()
  attributes?: ItemAttributes;

  @ApiPropertyOptional({ maxLength: 4000 }) @MayBeLeftOut() @trimmed @IsString() @MaxLength(4000) description?: string;
  @ApiProperty({ type: MoneyInput }) @IsObject() @ValidateNested() @Type(() => MoneyInput) priceRetail!: MoneyInput;
  @ApiPropertyOptional({ type: MoneyInput, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyInput)
  priceWholesale?: MoneyInput | null;
  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, description: 'Null is not counted.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  stock?: number | null;

  @ApiPropertyOptional({
    type: [String],
    maxItems: 20,
    description:
      'Addresses (http or https), fetched once and served from our own host, or what `POST /catalogue/photos` answered.',
  })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsImageAddress({ each: true })
  @MaxLength(1000, { each: true })
  images?: string[];

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(1000)
  url?: string | null;
}

export class ChangeItemBody extends PartialType(CreateItemBody, { skipNullProperties: false }) {
  @ApiPropertyOptional({ enum: ENTRY_STATUSES }) @MayBeLeftOut() @IsIn(ENTRY_STATUSES) status?: EntryStatus;
}

export class FaqQuery {
  @ApiPropertyOptional({ enum: ENTRY_STATUSES, default: 'active' })
  @IsOptional()
  @IsIn(ENTRY_STATUSES)
  status: EntryStatus = 'active';
}

export class CreateFaqBody {
  @ApiProperty({ maxLength: 300 }) @trimmed @IsString() @IsNotEmpty() @MaxLength(300) question!: string;
  @ApiProperty({ maxLength: 2000 }) @trimmed @IsString() @IsNotEmpty() @MaxLength(2000) answer!: string;
  @ApiPropertyOptional({ type: [String] })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  tags?: string[];
}

export class ChangeFaqBody extends PartialType(CreateFaqBody, { skipNullProperties: false }) {
  @ApiPropertyOptional({ enum: ENTRY_STATUSES }) @MayBeLeftOut() @IsIn(ENTRY_STATUSES) status?: EntryStatus;
}

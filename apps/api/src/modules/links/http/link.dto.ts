import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { NETWORKS, type Network } from '../domain/network.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const flag = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

export class UtmInput {
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @trimmed @IsString() @MaxLength(100) source?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @trimmed @IsString() @MaxLength(100) medium?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @trimmed @IsString() @MaxLength(100) campaign?: string;
  @ApiPropertyOptional({ maxLength: 100, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(100)
  content?: string | null;
  @ApiPropertyOptional({ maxLength: 100, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(100)
  term?: string | null;
}

export class CreateLinksInput {
  @ApiPropertyOptional({
    format: 'uuid',
    type: String,
    nullable: true,
    description: 'The property, product or service; none for the whole business.',
  })
  @IsOptional()
  @IsUUID()
  itemId?: string | null;

  @ApiProperty({ maxLength: 120 })
  @trimmed
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @ApiProperty({ enum: NETWORKS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(NETWORKS.length)
  @ArrayUnique()
  @IsIn(NETWORKS, { each: true })
  networks!: Network[];

  @ApiProperty({ format: 'uuid', description: 'The number or account that the chat opens with.' })
  @IsUUID()
  channelId!: string;

  @ApiPropertyOptional({ maxLength: 700, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(700)
  message?: string | null;

  @ApiPropertyOptional({ type: UtmInput, description: 'What is left out is filled in by itself.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UtmInput)
  utm?: UtmInput;
}

export class ChangeLinkInput {
  @ApiPropertyOptional({ maxLength: 120 })
  @ValidateIf((input: ChangeLinkInput) => input.name !== undefined)
  @trimmed
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf((input: ChangeLinkInput) => input.channelId !== undefined)
  @IsUUID()
  channelId?: string;

  @ApiPropertyOptional({ maxLength: 700, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(700)
  message?: string | null;

  @ApiPropertyOptional({ type: UtmInput })
  @ValidateIf((input: ChangeLinkInput) => input.utm !== undefined)
  @ValidateNested()
  @Type(() => UtmInput)
  utm?: UtmInput;

  @ApiPropertyOptional()
  @ValidateIf((input: ChangeLinkInput) => input.active !== undefined)
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    enum: [false],
    description: 'Brings an archived link back, active unless said otherwise. DELETE archives.',
  })
  @ValidateIf((input: ChangeLinkInput) => input.archived !== undefined)
  @IsIn([false])
  archived?: false;
}

export class ListLinksQuery extends PageQuery {
  @ApiPropertyOptional({ enum: NETWORKS }) @IsOptional() @IsIn(NETWORKS) network?: Network;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() itemId?: string;
  @ApiPropertyOptional({ maxLength: 100, description: 'In the name, or the exact slug.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
  @ApiPropertyOptional({ default: false, description: 'The archived ones instead.' })
  @IsOptional()
  @flag
  @IsBoolean()
  archived: boolean = false;
}

export class QrQuery {
  @ApiPropertyOptional({ enum: ['svg'], default: 'svg' }) @IsOptional() @IsIn(['svg']) format = 'svg' as const;
  @ApiPropertyOptional({ minimum: 128, maximum: 2048, default: 512, description: 'Pixels of a side.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(128)
  @Max(2048)
  size: number = 512;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { VOICES, type Store, type Voice } from '../domain/business-profile.js';
import type { Holiday, OpeningSpan } from '../domain/opening-hours.js';

const CURRENCIES = Intl.supportedValuesOf('currency');

export class OpeningSpanBody implements OpeningSpan {
  @ApiProperty({ minimum: 1, maximum: 7, description: '1 Monday … 7 Sunday.' })
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;

  @ApiProperty({ example: '09:00' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  opens!: string;

  @ApiProperty({ example: '18:00', description: 'Exclusive; 24:00 is midnight.' })
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  closes!: string;
}

export class HolidayBody implements Holiday {
  @ApiProperty({ example: '2026-12-25', description: 'YYYY-MM-DD, or --MM-DD for every year.' })
  @Matches(/^(\d{4}-|--)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  date!: string;

  @ApiProperty({ maxLength: 80 })
  @IsString()
  @MaxLength(80)
  name!: string;
}

export class StoreBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'None for a new store.' })
  @MayBeLeftOut()
  @IsUUID()
  id?: string;

  @ApiProperty({ maxLength: 120 })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  address!: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  city!: string;

  @ApiProperty({ maxLength: 200, description: 'In words, as customers are told.' })
  @IsString()
  @MaxLength(200)
  hours!: string;

  @ApiProperty({ description: 'Whether orders may be picked up there.' })
  @IsBoolean()
  pickup!: boolean;
}

export class StoreView extends StoreBody implements Store {
  @ApiProperty({ format: 'uuid' })
  declare id: string;
}

export class StoreList {
  @ApiProperty({ type: [StoreView] })
  data!: StoreView[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them are listed.' })
  nextCursor!: string | null;
}

export class BusinessBody {
  @ApiPropertyOptional({ maxLength: 120 })
  @MayBeLeftOut()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  @ApiPropertyOptional({ example: 'America/Guayaquil' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(64)
  timeZone?: string;

  @ApiPropertyOptional({ example: 'USD', description: 'ISO 4217.' })
  @MayBeLeftOut()
  @IsIn(CURRENCIES, { message: 'currency must be an ISO 4217 code' })
  currency?: string;

  @ApiPropertyOptional({ example: 'EC', description: 'ISO 3166-1 alpha-2.' })
  @MayBeLeftOut()
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  @ApiPropertyOptional({ enum: VOICES, description: 'How ISAC speaks.' })
  @MayBeLeftOut()
  @IsIn(VOICES)
  voice?: Voice;
}

export class BusinessView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ example: 'America/Guayaquil' })
  timeZone!: string;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ example: 'EC' })
  country!: string;

  @ApiProperty({ enum: VOICES })
  voice!: Voice;

  @ApiProperty({ description: 'Whether this is the demo shop.' })
  demo!: boolean;

  @ApiProperty({ description: 'Whether a simulator stands in for the providers.' })
  sandbox!: boolean;
}

export class SettingsView {
  @ApiProperty({ type: BusinessView })
  business!: BusinessView;

  @ApiProperty({ type: [StoreView] })
  stores!: StoreView[];

  @ApiProperty({ type: [OpeningSpanBody] })
  hours!: OpeningSpanBody[];

  @ApiProperty({ type: [HolidayBody] })
  holidays!: HolidayBody[];

  @ApiProperty()
  version!: number;
}

export class ChangeSettingsBody {
  @ApiPropertyOptional({ type: BusinessBody, description: 'Only what is named changes.' })
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BusinessBody)
  business?: BusinessBody;

  @ApiPropertyOptional({ type: [StoreBody], maxItems: 200, description: 'Replaces all stores.' })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => StoreBody)
  stores?: StoreBody[];

  @ApiPropertyOptional({ type: [OpeningSpanBody], maxItems: 50, description: 'Replaces the week.' })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => OpeningSpanBody)
  hours?: OpeningSpanBody[];

  @ApiPropertyOptional({ type: [HolidayBody], maxItems: 400, description: 'Replaces all holidays.' })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(400)
  @ValidateNested({ each: true })
  @Type(() => HolidayBody)
  holidays?: HolidayBody[];
}

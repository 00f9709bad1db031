import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { CONTACT_TYPES, type ContactType } from '../contacts.types.js';
import { CONTACT_CHANNEL_KINDS, type ContactChannelKind } from '../domain/channel-address.js';
import { CONSENT_CATEGORIES, type ConsentCategory } from '../domain/consent.js';
import type { ContactAttributes } from '../domain/contact-view.js';
import { IsAttributes } from './attributes.validator.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const trimmedEach = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? item.trim() : item)) : value,
);

export class ContactQuery extends PageQuery {
  @ApiPropertyOptional({
    maxLength: 100,
    description: 'Part of a name, an ending of a phone (4 digits or more), or an e-mail address.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ maxLength: 50 })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  tag?: string;

  @ApiPropertyOptional({ enum: CONTACT_TYPES })
  @IsOptional()
  @IsIn(CONTACT_TYPES)
  type?: ContactType;
}

export class CreateContactBody {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @trimmed
  @IsString()
  @Length(1, 200)
  name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, description: 'With its country code.' })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'email', maxLength: 254 })
  @IsOptional()
  @trimmed
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 120 })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(120)
  city?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'es-EC', description: 'BCP 47.' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { message: 'language must be a language tag such as es or pt-BR' })
  language?: string | null;

  @ApiPropertyOptional({ enum: CONTACT_TYPES })
  @MayBeLeftOut()
  @IsIn(CONTACT_TYPES)
  type?: ContactType;

  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @MayBeLeftOut()
  @trimmedEach
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 50, { each: true })
  tags?: string[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    maxProperties: 50,
  })
  @MayBeLeftOut()
  @IsAttributes()
  attributes?: ContactAttributes;
}

export class ChangeContactBody extends CreateContactBody {
  @ApiPropertyOptional({ description: 'Messages of a blocked person are stored silently and never answered.' })
  @MayBeLeftOut()
  @IsBoolean()
  blocked?: boolean;
}

export class RecordConsentBody {
  @ApiProperty({ enum: CONTACT_CHANNEL_KINDS })
  @IsIn(CONTACT_CHANNEL_KINDS)
  channelKind!: ContactChannelKind;

  @ApiProperty({ enum: CONSENT_CATEGORIES })
  @IsIn(CONSENT_CATEGORIES)
  category!: ConsentCategory;

  @ApiProperty({ enum: ['granted', 'withdrawn'] })
  @IsIn(['granted', 'withdrawn'])
  state!: 'granted' | 'withdrawn';

  @ApiPropertyOptional({ maxLength: 500, description: 'How the customer said so.' })
  @MayBeLeftOut()
  @trimmed
  @IsString()
  @MaxLength(500)
  text?: string;
}

import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
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
import type { AssistantMode } from '../persistence/channel.entity.js';

const ASSISTANT_MODES = ['auto', 'suggest', 'off'] as const;
const HAS_LETTER = /[\p{L}\p{N}]/u;
const FASTEST = 1000;

/** Secrets of the provider. They are written, never read. */
export class ChannelCredentialsBody {
  @ApiProperty({
    writeOnly: true,
    minLength: 10,
    maxLength: 1000,
    description: 'The token Hilo calls the provider with.',
  })
  @IsString()
  @MinLength(10)
  @MaxLength(1000)
  accessToken!: string;

  @ApiProperty({ writeOnly: true, minLength: 32, maxLength: 200, description: 'The key of the webhooks’ signature.' })
  @IsString()
  @MinLength(32)
  @MaxLength(200)
  appSecret!: string;

  @ApiPropertyOptional({
    writeOnly: true,
    minLength: 8,
    maxLength: 200,
    description: 'What the provider proves itself with when the webhook is set up; made here when absent.',
  })
  @MayBeLeftOut()
  @IsString()
  @MinLength(8)
  @MaxLength(200)
  verifyToken?: string;
}

export class ChangeCredentialsBody extends PartialType(ChannelCredentialsBody, { skipNullProperties: false }) {}

class ChannelFields {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, description: 'The number as people write it.' })
  @IsOptional()
  @Matches(/^\+?[\d ()-]{5,40}$/)
  displayAddress?: string | null;

  @ApiPropertyOptional({ enum: ASSISTANT_MODES, description: 'What ISAC does in new conversations of this channel.' })
  @MayBeLeftOut()
  @IsIn(ASSISTANT_MODES)
  assistantMode?: AssistantMode;

  @ApiPropertyOptional({ minimum: 1, maximum: FASTEST, description: 'Messages a second.' })
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(FASTEST)
  rate?: number;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Whose queue new conversations enter.',
  })
  @IsOptional()
  @IsUUID()
  teamId?: string | null;
}

export class OpenChannelBody extends ChannelFields {
  @ApiProperty({ enum: ['whatsapp_cloud'] })
  @IsIn(['whatsapp_cloud'])
  kind!: 'whatsapp_cloud';

  @ApiProperty({ maxLength: 80 })
  @IsString()
  @MaxLength(80)
  @Matches(HAS_LETTER)
  name!: string;

  @ApiProperty({ pattern: '^\\d{5,30}$' })
  @Matches(/^\d{5,30}$/)
  phoneNumberId!: string;

  @ApiProperty({ pattern: '^\\d{5,30}$' })
  @Matches(/^\d{5,30}$/)
  businessAccountId!: string;

  @ApiProperty({ pattern: '^[A-Z]{2}$', example: 'EC', description: 'Where the business is, ISO 3166.' })
  @Matches(/^[A-Z]{2}$/)
  country!: string;

  @ApiPropertyOptional({
    description: 'True: the simulator plays the provider. By default as the installation is configured.',
  })
  @MayBeLeftOut()
  @IsBoolean()
  sandbox?: boolean;

  @ApiProperty({ type: ChannelCredentialsBody })
  @IsObject()
  @ValidateNested()
  @Type(() => ChannelCredentialsBody)
  credentials!: ChannelCredentialsBody;
}

export class ChangeChannelBody extends ChannelFields {
  @ApiPropertyOptional({ maxLength: 80 })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(80)
  @Matches(HAS_LETTER)
  name?: string;

  @ApiPropertyOptional({ description: 'An inactive channel neither sends nor proves webhooks.' })
  @MayBeLeftOut()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({ type: ChangeCredentialsBody, description: 'Only those that are given change.' })
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => ChangeCredentialsBody)
  credentials?: ChangeCredentialsBody;
}

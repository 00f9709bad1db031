import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { IsMoment } from '../../../platform/http/is-moment.decorator.js';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PERMISSIONS, type Permission } from '../domain/permissions.js';

export class CreateApiKeyBody {
  @ApiProperty({ maxLength: 80, example: 'ERP' })
  @IsString()
  @MaxLength(80)
  @Matches(/[\p{L}\p{N}]/u, { message: 'name must have a letter or a digit' })
  name!: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(PERMISSIONS.length)
  @IsIn(PERMISSIONS, { each: true })
  scopes!: Permission[];

  @ApiPropertyOptional({ format: 'date-time', description: 'From then on it opens nothing.' })
  @MayBeLeftOut()
  @IsMoment()
  expiresAt?: Date;
}

export class ApiKeyView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Its first characters.', example: 'hilo_Zx81Qw' })
  hint!: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  scopes!: Permission[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  createdBy!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute.' })
  lastUsedAt!: string | null;
}

export class NewApiKeyView extends ApiKeyView {
  @ApiProperty({ description: 'The key itself, told this once.' })
  key!: string;
}

export class ApiKeyPage {
  @ApiProperty({ type: [ApiKeyView] })
  data!: ApiKeyView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

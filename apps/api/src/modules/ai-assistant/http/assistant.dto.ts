import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class TurnsQuery extends PageQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() conversationId!: string;
}

export class FeedbackBody {
  @ApiPropertyOptional({ enum: ['up', 'down'], nullable: true, type: String })
  @IsOptional()
  @IsIn(['up', 'down'])
  thumb?: 'up' | 'down' | null;
  @ApiPropertyOptional({ maxLength: 1000 }) @MayBeLeftOut() @trimmed @IsString() @MaxLength(1000) note?: string;
}

export class DismissBody {
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeLeftOut() @trimmed @IsString() @MaxLength(200) reason?: string;
}

export class AnalyseBody {
  @ApiProperty({ minLength: 1, maxLength: 2000 }) @trimmed @IsString() @Length(1, 2000) text!: string;
}

/** What an administrator decides about the assistant; what is left out stays. */
/** Left out is fine; null is not a value. */
const unlessLeftOut = ValidateIf((_body: object, value: unknown) => value !== undefined);

export class ChangeAssistantSettingsBody {
  @ApiPropertyOptional({ description: 'Off: it neither answers nor suggests, on any channel.' })
  @unlessLeftOut
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional({
    minimum: 1,
    maximum: 365,
    description: 'How long an enquiry is remembered after its last message.',
  })
  @unlessLeftOut
  @IsInt()
  @Min(1)
  @Max(365)
  qualificationDays?: number;
  @ApiPropertyOptional({ maxLength: 500, description: 'What customers are told of shipping.' })
  @unlessLeftOut
  @trimmed
  @IsString()
  @MaxLength(500)
  shipping?: string;
  @ApiPropertyOptional({ type: [String] })
  @unlessLeftOut
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  payments?: string[];
  @ApiPropertyOptional({ maxLength: 500 }) @unlessLeftOut @trimmed @IsString() @MaxLength(500) warranty?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @unlessLeftOut @trimmed @IsString() @MaxLength(200) website?: string;
  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 1,
    description: 'Units of one line from which the wholesale price applies.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  wholesaleMinQty?: number | null;
}

export class AssistantSettingsView {
  @ApiProperty() enabled!: boolean;
  @ApiProperty() qualificationDays!: number;
  @ApiProperty() shipping!: string;
  @ApiProperty({ type: [String] }) payments!: string[];
  @ApiProperty() warranty!: string;
  @ApiProperty() website!: string;
  @ApiProperty({ type: Number, nullable: true }) wholesaleMinQty!: number | null;
  @ApiProperty() version!: number;
}

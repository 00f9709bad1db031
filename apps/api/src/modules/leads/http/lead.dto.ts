import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { IsMoment } from '../../../platform/http/is-moment.decorator.js';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { NETWORKS } from '../../links/index.js';
import { ASSIGNMENT_MODES, type AssignmentMode } from '../domain/choose-assignee.js';
import { QUALITIES, URGENCIES, type Quality, type Urgency } from '../domain/lead-quality.js';
import { LEAD_STATES, type LeadState } from '../domain/lead-status.js';
import { LEAD_SORTS, type LeadSort } from '../persistence/lead-list.query.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const flag = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);
const SORTS = Object.keys(LEAD_SORTS) as LeadSort[];
const UUID_OR = (...words: string[]): RegExp =>
  new RegExp(`^(?:${words.join('|')}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`, 'i');
const MOST_MINOR_UNITS = 1e15;

export class MoneyInput {
  @ApiProperty({ description: 'Whole minor units.' }) @IsInt() @Min(0) @Max(MOST_MINOR_UNITS) amount!: number;
  @ApiProperty({ example: 'USD' }) @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO-4217 code' }) currency!: string;
}

/** What lists and the pipeline may be narrowed by. */
export class LeadFilterQuery {
  @ApiPropertyOptional({ enum: [...NETWORKS, 'none'] }) @IsOptional() @IsIn([...NETWORKS, 'none']) network?: string;
  @ApiPropertyOptional({ enum: ['link', 'ad', 'campaign', 'direct', 'manual'] })
  @IsOptional()
  @IsIn(['link', 'ad', 'campaign', 'direct', 'manual'])
  source?: string;
  @ApiPropertyOptional({ description: 'A user’s id, `me` or `none`.' })
  @IsOptional()
  @Matches(UUID_OR('me', 'none'), { message: 'must be a user id, me or none' })
  assigneeId?: string;
  @ApiPropertyOptional({ enum: QUALITIES }) @IsOptional() @IsIn(QUALITIES) quality?: Quality;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() itemId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() linkId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() contactId?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Created at or after.' })
  @MayBeLeftOut()
  @IsMoment()
  from?: Date;
  @ApiPropertyOptional({ format: 'date-time', description: 'Created before.' }) @MayBeLeftOut() @IsMoment() to?: Date;
  @ApiPropertyOptional({
    maxLength: 100,
    description: 'Words of title, description or city; a person’s name or phone.',
  })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class ListLeadsQuery extends LeadFilterQuery implements PageQuery {
  @ApiPropertyOptional({ enum: LEAD_STATES }) @IsOptional() @IsIn(LEAD_STATES) state?: LeadState;
  @ApiPropertyOptional({ default: false, description: 'Unclaimed clicks instead of leads.' })
  @IsOptional()
  @flag
  @IsBoolean()
  anonymous: boolean = false;
  @ApiPropertyOptional({ enum: SORTS, default: '-lastActivityAt' }) @IsOptional() @IsIn(SORTS) sort: LeadSort =
    '-lastActivityAt';
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) cursor?: string;
}

export class ChangeLeadInput {
  @ApiPropertyOptional({ enum: LEAD_STATES })
  @ValidateIf((input: ChangeLeadInput) => input.state !== undefined)
  @IsIn(LEAD_STATES)
  state?: LeadState;

  @ApiPropertyOptional({ maxLength: 200, description: 'Needed with `state: lost`.', type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(200)
  lostReason?: string | null;
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true }) @IsOptional() @IsUUID() assigneeId?:
    string | null;
  @ApiPropertyOptional({ enum: QUALITIES, nullable: true, description: 'null leaves the judgement to ISAC.' })
  @IsOptional()
  @IsIn(QUALITIES)
  quality?: Quality | null;
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true }) @IsOptional() @IsUUID() itemId?: string | null;
  @ApiPropertyOptional({ type: MoneyInput, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  budget?: MoneyInput | null;
  @ApiPropertyOptional({ type: MoneyInput, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  value?: MoneyInput | null;
  @ApiPropertyOptional({ maxLength: 100, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(100)
  city?: string | null;
  @ApiPropertyOptional({ enum: URGENCIES, nullable: true }) @IsOptional() @IsIn(URGENCIES) urgency?: Urgency | null;
  @ApiPropertyOptional({ maxLength: 200, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(200)
  title?: string | null;
  @ApiPropertyOptional({ maxLength: 5000, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(5000)
  description?: string | null;
}

export class CreateLeadInput {
  @ApiProperty({ format: 'uuid' }) @IsUUID() contactId!: string;
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true }) @IsOptional() @IsUUID() itemId?: string | null;
  @ApiPropertyOptional({ maxLength: 200, type: String, nullable: true })
  @IsOptional()
  @trimmed
  @IsString()
  @Length(1, 200)
  title?: string | null;
  @ApiPropertyOptional({ type: MoneyInput, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  budget?: MoneyInput | null;
  @ApiPropertyOptional({ type: MoneyInput, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  value?: MoneyInput | null;
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true }) @IsOptional() @IsUUID() assigneeId?:
    string | null;
}

export class AssignLeadInput {
  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: 'null gives it back to the queue.' })
  @ValidateIf((input: AssignLeadInput) => input.assigneeId !== null)
  @IsUUID()
  assigneeId!: string | null;
}

export class AssignmentRuleInput {
  @ApiProperty({ enum: ASSIGNMENT_MODES }) @IsIn(ASSIGNMENT_MODES) mode!: AssignmentMode;
}

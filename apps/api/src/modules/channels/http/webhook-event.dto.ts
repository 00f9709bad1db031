import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { WEBHOOK_OUTCOMES, type WebhookOutcome } from '../persistence/flight-recorder.query.js';

const DOORS = ['whatsapp', 'instagram', 'twilio', 'wasender'] as const;
const SHOWN_OUTCOMES = WEBHOOK_OUTCOMES.filter((outcome) => outcome !== 'problem');

export class WebhookEventQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DOORS })
  @IsOptional()
  @IsIn(DOORS)
  door?: (typeof DOORS)[number];

  @ApiPropertyOptional({ enum: WEBHOOK_OUTCOMES, description: '`problem`: whatever needs a person.' })
  @IsOptional()
  @IsIn(WEBHOOK_OUTCOMES)
  outcome?: WebhookOutcome;

  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 100,
    description: 'A text of the body (an id, a number, a word). A page may be short: follow `nextCursor`.',
  })
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(100)
  q?: string;
}

export class WebhookEventView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: DOORS })
  door!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ description: 'Bytes of the body.' })
  size!: number;

  @ApiProperty({ description: 'Facts it told.' })
  events!: number;

  @ApiProperty({ enum: SHOWN_OUTCOMES })
  outcome!: string;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ description: 'Facts that wait to be processed.' })
  pending!: number;

  @ApiProperty({ description: 'Facts that could not be processed.' })
  setAside!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why they could not.' })
  error!: string | null;
}

export class WebhookEventDetail extends WebhookEventView {
  @ApiProperty({ description: 'Exactly as it was received.' })
  body!: string;
}

export class WebhookEventPage {
  @ApiProperty({ type: [WebhookEventView] })
  data!: WebhookEventView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

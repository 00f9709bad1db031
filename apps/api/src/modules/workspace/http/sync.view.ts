import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';

export class SyncQuery {
  @IsOptional()
  @ApiPropertyOptional({
    pattern: '^(0|[1-9]\\d{0,17})$',
    description: 'The last `seq` that was seen; without it, only where the log ends now.',
  })
  @Matches(/^(?:0|[1-9]\d{0,17})$/)
  since?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The conversation that is open, whose own events are told too.' })
  @IsOptional()
  @IsUUID()
  conversationId?: string;
}

export class EnvelopeView {
  @ApiProperty()
  seq!: string;

  @ApiProperty({ example: 'message.created' })
  type!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The resource as REST returns it.' })
  data!: unknown;
}

export class SyncView {
  @ApiProperty({ description: 'Ask from here next time.' })
  seq!: string;

  @ApiProperty({ type: [EnvelopeView] })
  events!: EnvelopeView[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { FARTHEST_MS } from '../services/sandbox-clock.js';

/** Either of the two. */
export class MoveClockBody {
  @ApiPropertyOptional({ minimum: 1, maximum: FARTHEST_MS, description: 'Milliseconds to go forward.' })
  @ValidateIf(({ reset }: MoveClockBody) => reset === undefined)
  @IsInt()
  @Min(1)
  @Max(FARTHEST_MS)
  advanceMs?: number;

  @ApiPropertyOptional({ enum: [true], description: 'Back to the machine’s time.' })
  @IsOptional()
  @Equals(true)
  reset?: true;
}

export class ClockView {
  @ApiProperty({ format: 'date-time', description: 'Business time.' })
  now!: string;

  @ApiProperty({ description: 'How far it is ahead of the machine’s, in milliseconds.' })
  offsetMs!: number;

  @ApiProperty({ description: 'True while every active channel is a sandbox.' })
  movable!: boolean;
}

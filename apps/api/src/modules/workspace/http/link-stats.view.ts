import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { NETWORKS } from '../../links/index.js';

export class LinkStatsRange {
  @ApiPropertyOptional({
    format: 'date',
    description: 'First day, in the business’s time zone; 30 days up to `to` when left out.',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'must be a day, YYYY-MM-DD' })
  from?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last day, included; today when left out.' })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'must be a day, YYYY-MM-DD' })
  to?: string;
}

class FunnelView {
  @ApiProperty({ description: 'By people.' }) clicks!: number;
  @ApiProperty() conversations!: number;
  @ApiProperty({ description: 'By the day of their first message, whatever became of them since.' }) leads!: number;
  @ApiProperty({ description: 'Of these leads: qualified, negotiating or won.' }) qualified!: number;
  @ApiProperty({ description: 'Of these leads.' }) won!: number;
}

class RevenueView {
  @ApiProperty({ description: 'Whole minor units.' }) amount!: number;
  @ApiProperty({ example: 'USD' }) currency!: string;
}

class LinkPeriodView extends FunnelView {
  @ApiProperty({ description: 'Crawlers, previews and prefetches.' }) passersBy!: number;
  @ApiProperty({ description: 'Conversations without a recorded click: the text was passed on.' })
  withoutClick!: number;
  @ApiProperty({ type: [RevenueView], description: 'Of the won leads, by currency.' }) revenue!: RevenueView[];
}

class PreviousView {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ type: FunnelView }) totals!: FunnelView;
}

export class LinkDayView extends FunnelView {
  @ApiProperty({ format: 'date' }) date!: string;
}

export class LinkNetworkView extends FunnelView {
  @ApiProperty({ enum: NETWORKS }) network!: string;
}

export class LinkStatsView {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty() timeZone!: string;
  @ApiProperty({ type: LinkPeriodView }) totals!: LinkPeriodView;
  @ApiProperty({ type: PreviousView, description: 'As many days, just before.' }) previous!: PreviousView;
  @ApiProperty({ type: [LinkDayView], description: 'Every day of the range; adds up to the totals.' })
  series!: LinkDayView[];
  @ApiProperty({ type: [Number], description: 'Clicks by hour of the day, 24 of them.' }) hours!: number[];
  @ApiProperty({ type: [LinkNetworkView], description: 'All links of the same item, by network.' })
  networks!: LinkNetworkView[];
}

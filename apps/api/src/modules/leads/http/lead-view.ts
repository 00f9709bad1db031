import { ApiProperty } from '@nestjs/swagger';
import { NETWORKS } from '../../links/index.js';
import { QUALITIES, URGENCIES, type Quality, type Urgency } from '../domain/lead-quality.js';
import { LEAD_STATES, type LeadState } from '../domain/lead-status.js';

export class MoneyView {
  @ApiProperty({ description: 'Whole minor units.' }) amount!: number;
  @ApiProperty({ example: 'USD' }) currency!: string;
}

class LeadContactView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Only of a single lead; null in lists.' }) email!:
    string | null;
}

export class LeadItemView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: MoneyView, nullable: true }) price!: MoneyView | null;
}

class LeadSourceView {
  @ApiProperty({ enum: ['link', 'ad', 'campaign', 'direct', 'manual'] }) kind!: string;
  @ApiProperty({ enum: NETWORKS, nullable: true }) network!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) linkId!: string | null;
  @ApiProperty({ type: String, nullable: true }) linkName!: string | null;
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: { type: 'string', nullable: true } })
  utm!: Record<string, string | null> | null;
  @ApiProperty({ type: String, nullable: true }) adId!: string | null;
}

export class LeadPersonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() initials!: string;
}

export class LeadView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: LeadContactView, nullable: true }) contact!: LeadContactView | null;
  @ApiProperty({ description: 'A click that nobody has claimed.' }) anonymous!: boolean;
  @ApiProperty({ type: LeadItemView, nullable: true }) item!: LeadItemView | null;
  @ApiProperty({ type: LeadSourceView }) source!: LeadSourceView;
  @ApiProperty({ enum: LEAD_STATES }) state!: LeadState;
  @ApiProperty({ type: String, nullable: true }) lostReason!: string | null;
  @ApiProperty({ enum: QUALITIES, nullable: true }) quality!: Quality | null;
  @ApiProperty({ type: [String] }) qualityReasons!: string[];
  @ApiProperty({ enum: ['assistant', 'person', 'rules'], nullable: true }) qualityBy!: string | null;
  @ApiProperty({ minimum: 0, maximum: 100 }) completeness!: number;
  @ApiProperty({ enum: URGENCIES, nullable: true }) urgency!: Urgency | null;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ type: MoneyView, nullable: true }) budget!: MoneyView | null;
  @ApiProperty({ type: String, nullable: true }) city!: string | null;
  @ApiProperty({ type: LeadPersonView, nullable: true }) assignee!: LeadPersonView | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) conversationId!: string | null;
  @ApiProperty({ type: MoneyView, nullable: true }) value!: MoneyView | null;
  @ApiProperty({ description: 'How often this person has enquired about it.' }) enquiries!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) firstMessageAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastMessageAt!: string | null;
  @ApiProperty({ format: 'date-time' }) lastActivityAt!: string;
  @ApiProperty() unreadCount!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty() version!: number;
}

export class LeadPage {
  @ApiProperty({ type: [LeadView] }) data!: LeadView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

class PipelineColumnView {
  @ApiProperty({ enum: LEAD_STATES }) state!: LeadState;
  @ApiProperty({ description: 'All cards of the column.' }) count!: number;
  @ApiProperty({ type: MoneyView, description: 'What they are worth in the business’s currency.' }) value!: MoneyView;
  @ApiProperty({ type: [MoneyView], description: 'What they are worth in each currency.' }) values!: MoneyView[];
  @ApiProperty({ type: [LeadView], description: 'The first 25.' }) leads!: LeadView[];
  @ApiProperty({ type: String, nullable: true, description: 'For `GET /leads?state=…`, which goes on from here.' })
  nextCursor!: string | null;
}

export class PipelineView {
  @ApiProperty({ type: [PipelineColumnView] }) columns!: PipelineColumnView[];
}

export class LeadEventView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    enum: [
      'opened',
      'claimed',
      'enquired',
      'explained',
      'state',
      'assigned',
      'quality',
      'details',
      'expired',
      'absorbed',
    ],
  })
  kind!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Names of fields, states and ids.' })
  detail!: Record<string, unknown>;
  @ApiProperty({ enum: ['user', 'key', 'assistant', 'system'] }) byKind!: string;
  @ApiProperty({ type: LeadPersonView, nullable: true }) by!: LeadPersonView | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class LeadEventPage {
  @ApiProperty({ type: [LeadEventView] }) data!: LeadEventView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class AssignmentRuleView {
  @ApiProperty({
    enum: ['manual', 'round_robin', 'least_busy'],
    description: 'Among those online in the team whose queue the conversation stands in.',
  })
  mode!: string;
}

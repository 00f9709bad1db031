import { ApiProperty } from '@nestjs/swagger';
import { type Action, ACTIONS, type Escalation, ESCALATION_REASONS } from '../decide/decision.js';
import type { TurnMode, TurnState } from '../persistence/turn-rows.js';
import { type Intent, INTENTS } from '../understand/intents/intent.js';
import type { Slots } from '../understand/slots/extract-slots.js';

const STATES = ['waiting', 'thinking', 'answered', 'suggested', 'silent', 'failed', 'dismissed', 'used'];

export class ScoredIntentView {
  @ApiProperty({ enum: INTENTS }) intent!: Intent;
  @ApiProperty({ description: '0 to 1.' }) confidence!: number;
}

export class EntityView {
  @ApiProperty({ enum: ['item', 'slot'] }) kind!: 'item' | 'slot';
  @ApiProperty() name!: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }] }) value!: string | number;
}

export class StepView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: Number, nullable: true }) rows!: number | null;
  @ApiProperty({ description: 'Milliseconds.' }) ms!: number;
}

export class SourceView {
  @ApiProperty({ enum: ['item'] }) kind!: 'item';
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'SKU.' }) name!: string;
  @ApiProperty({ type: Number, nullable: true }) version!: number | null;
}

export class EscalationView {
  @ApiProperty({ enum: ESCALATION_REASONS }) reason!: Escalation['reason'];
  @ApiProperty({ enum: ['low', 'normal', 'high', 'urgent'] }) priority!: string;
}

export class FindingView {
  @ApiProperty() rule!: string;
  @ApiProperty() found!: string;
}

export class RejectedDraftView {
  @ApiProperty() draft!: string;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
}

/** How the assistant came to an answer. */
export class TurnView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) conversationId!: string;
  @ApiProperty({ type: [String], format: 'uuid', description: 'The messages that it answers.' }) messageIds!: string[];
  @ApiProperty({ enum: STATES }) state!: TurnState;
  @ApiProperty({ enum: ['auto', 'suggest'] }) mode!: TurnMode;
  @ApiProperty({ type: String, nullable: true, description: 'Why it stayed silent or failed.' }) reason!: string | null;
  @ApiProperty({ enum: INTENTS, nullable: true, type: String }) intent!: Intent | null;
  @ApiProperty({ type: Number, nullable: true, description: '0 to 1.' }) confidence!: number | null;
  @ApiProperty({ type: [ScoredIntentView], description: 'What else was wanted.' }) alternatives!: ScoredIntentView[];
  @ApiProperty({ type: [EntityView] }) entities!: EntityView[];
  @ApiProperty({ enum: ACTIONS, nullable: true, type: String }) action!: Action | null;
  @ApiProperty({ type: [String], description: 'The rules that chose.' }) rules!: string[];
  @ApiProperty({ type: [StepView] }) tools!: StepView[];
  @ApiProperty({ type: [SourceView], description: 'Rows that the reply rests on, as they were.' })
  sources!: SourceView[];
  @ApiProperty({ type: EscalationView, nullable: true }) escalation!: EscalationView | null;
  @ApiProperty({ enum: ['hot', 'warm', 'cold'], nullable: true, type: String }) quality!: string | null;
  @ApiProperty({ type: String, nullable: true }) reply!: string | null;
  @ApiProperty({ format: 'uuid', type: String, nullable: true }) replyMessageId!: string | null;
  @ApiProperty({ type: [RejectedDraftView], description: 'Drafts that the guard refused, and why.' })
  rejected!: RejectedDraftView[];
  @ApiProperty({ type: String, nullable: true, description: 'Engine and version.' }) model!: string | null;
  @ApiProperty({ type: Number, nullable: true }) latencyMs!: number | null;
  @ApiProperty({ enum: ['up', 'down'], nullable: true, type: String }) thumb!: 'up' | 'down' | null;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) finishedAt!: string | null;
}

export class TurnPage {
  @ApiProperty({ type: [TurnView] }) data!: TurnView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

/** What the customer has said; what was not said is left out. */
export class SlotsView implements Record<keyof Slots, unknown> {
  @ApiProperty({ type: String, required: false }) name: string | undefined;
  @ApiProperty({ type: String, required: false }) email: string | undefined;
  @ApiProperty({ type: String, required: false }) phone: string | undefined;
  @ApiProperty({ type: String, required: false }) city: string | undefined;
  @ApiProperty({ type: Number, required: false, description: 'In major units.' }) budget: number | undefined;
  @ApiProperty({ type: Number, required: false }) quantity: number | undefined;
  @ApiProperty({ enum: ['high'], required: false }) urgency: 'high' | undefined;
  @ApiProperty({ type: String, required: false }) order: string | undefined;
  @ApiProperty({ type: String, required: false }) capacity: string | undefined;
  @ApiProperty({ type: String, required: false }) color: string | undefined;
  @ApiProperty({ type: Number, required: false }) places: number | undefined;
  @ApiProperty({ type: String, required: false }) size: string | undefined;
  @ApiProperty({ type: Number, required: false, description: 'Months.' }) duration: number | undefined;
}

export class QualificationView {
  @ApiProperty({ type: SlotsView }) slots!: Partial<SlotsView>;
  @ApiProperty({ enum: ['hot', 'warm', 'cold'] }) quality!: string;
  @ApiProperty({ description: '0 to 100.' }) completeness!: number;
  @ApiProperty({ type: [String], description: 'SKUs spoken of, the likeliest first.' }) items!: string[];
  @ApiProperty() wantsToBuy!: boolean;
  @ApiProperty() escalated!: boolean;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}

export class QualificationAnswer {
  @ApiProperty({ type: QualificationView, nullable: true }) qualification!: QualificationView | null;
}

export class AnalysisView {
  @ApiProperty({ enum: INTENTS }) intent!: Intent;
  @ApiProperty() confidence!: number;
  @ApiProperty({ type: [ScoredIntentView] }) intents!: ScoredIntentView[];
  @ApiProperty({ type: [EntityView] }) entities!: EntityView[];
  @ApiProperty({ enum: ['es', 'pt', 'en'] }) language!: string;
  @ApiProperty() sentiment!: string;
  @ApiProperty({ enum: ACTIONS }) action!: Action;
  @ApiProperty({ type: EscalationView, nullable: true }) escalation!: EscalationView | null;
  @ApiProperty({ enum: ['hot', 'warm', 'cold'] }) quality!: string;
  @ApiProperty({ description: 'What the customer would be answered.' }) reply!: string;
  @ApiProperty({ description: 'Milliseconds.' }) latencyMs!: number;
}

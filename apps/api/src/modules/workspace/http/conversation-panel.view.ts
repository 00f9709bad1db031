import { ApiProperty, IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { QualificationView, TurnView } from '../../ai-assistant/index.js';
import { ContactCardView, ContactDetailView } from '../../contacts/index.js';
import { ConversationView } from '../../conversations/index.js';
import { LeadItemView, LeadView, MoneyView } from '../../leads/index.js';

const ON_THE_CARD = [
  'id',
  'name',
  'phone',
  'type',
  'tags',
  'language',
  'blocked',
] as const satisfies readonly (keyof ContactCardView)[];

/** What lists show of a person; the rest is there for whoever holds `contacts:read`. */
export class PanelContactView extends IntersectionType(
  ContactCardView,
  PartialType(OmitType(ContactDetailView, ON_THE_CARD)),
) {}

class OriginLinkView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** What brought the lead; without a lead, the latest enquiry. */
export class OriginView {
  @ApiProperty({ type: String, nullable: true, example: 'facebook' })
  network!: string | null;

  @ApiProperty({ type: OriginLinkView, nullable: true })
  link!: OriginLinkView | null;

  @ApiProperty({ type: LeadItemView, nullable: true })
  item!: LeadItemView | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'string', nullable: true },
    description:
      'What the click came with, else what the link is published with: source, medium, campaign, content, term.',
  })
  utm!: Record<string, string | null> | null;

  @ApiProperty({ type: String, nullable: true, description: 'The provider`s id of the ad.' })
  adId!: string | null;
}

export class SuggestedItemView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: MoneyView })
  price!: MoneyView;

  @ApiProperty({ type: Number, nullable: true, description: 'Null is not counted.' })
  stock!: number | null;

  @ApiProperty({ type: String, nullable: true })
  url!: string | null;

  @ApiProperty({ type: String, nullable: true })
  imageUrl!: string | null;
}

class PanelAssistantView {
  @ApiProperty({ type: QualificationView, nullable: true })
  qualification!: QualificationView | null;

  @ApiProperty({ type: TurnView, nullable: true })
  lastTurn!: TurnView | null;
}

/** Everything beside a conversation. */
export class ConversationPanelView {
  @ApiProperty({ type: PanelContactView, description: 'More than the card only with `contacts:read`.' })
  contact!: PanelContactView;

  @ApiProperty({
    type: LeadView,
    nullable: true,
    description:
      'The open one of the latest enquiry, else the latest closed one. Null also when `GET /leads/{id}` would refuse it.',
  })
  lead!: LeadView | null;

  @ApiProperty({
    type: OriginView,
    nullable: true,
    description:
      'Null when the customer came by themselves. The link only with `links:read`, the item only with `catalogue:read`.',
  })
  origin!: OriginView | null;

  @ApiProperty({ type: [SuggestedItemView], description: 'None without `assistant:use` and `catalogue:read`.' })
  suggestedItems!: SuggestedItemView[];

  @ApiProperty({ type: PanelAssistantView, nullable: true, description: 'Null without `assistant:use`.' })
  assistant!: PanelAssistantView | null;

  @ApiProperty({
    type: [ConversationView],
    description: 'Of the same person, as far as the reader may see them, the liveliest first.',
  })
  otherConversations!: ConversationView[];
}

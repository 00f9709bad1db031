import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { LEAD_STATES, type LeadState } from '../../leads/index.js';
import { NETWORKS, type Network } from '../../links/index.js';

export class SearchTextQuery {
  @ApiProperty({
    minLength: 2,
    maxLength: 100,
    description: 'A name, the end of a phone, words of a message, a lead or a link.',
  })
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  q!: string;
}

export class FoundPersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'The name, else the user name, else the phone, else empty.' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'E.164.' })
  phone!: string | null;
}

export class FoundConversationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: FoundPersonView })
  contact!: FoundPersonView;

  @ApiProperty({ format: 'uuid' })
  channelId!: string;

  @ApiProperty({ enum: ['open', 'follow_up', 'closed'] })
  status!: string;

  @ApiProperty({ type: String, nullable: true })
  preview!: string | null;

  @ApiProperty({ format: 'date-time' })
  lastActivityAt!: string;
}

class HitView {
  @ApiProperty({ description: 'Where in the extract, in UTF-16 units.' })
  start!: number;

  @ApiProperty()
  length!: number;
}

export class FoundMessageView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  conversationId!: string;

  @ApiProperty({ type: FoundPersonView })
  contact!: FoundPersonView;

  @ApiProperty({ enum: ['in', 'out'] })
  direction!: 'in' | 'out';

  @ApiProperty({ maxLength: 160, description: 'The message, or what stands around the first word that was found.' })
  extract!: string;

  @ApiProperty({
    type: HitView,
    nullable: true,
    description: 'That word; null when it is written otherwise than it was asked for.',
  })
  hit!: HitView | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class FoundLeadView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: FoundPersonView, nullable: true })
  contact!: FoundPersonView | null;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, nullable: true })
  itemName!: string | null;

  @ApiProperty({ enum: LEAD_STATES })
  state!: LeadState;
}

export class FoundLinkView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: NETWORKS })
  network!: Network;

  @ApiProperty({ example: 'k7q2mx4' })
  slug!: string;
}

export class FoundView {
  @ApiProperty({ type: [FoundConversationView] })
  conversations!: FoundConversationView[];

  @ApiProperty({ type: [FoundMessageView] })
  messages!: FoundMessageView[];

  @ApiProperty({ type: [FoundLeadView], description: 'Empty for who may read no leads.' })
  leads!: FoundLeadView[];

  @ApiProperty({ type: [FoundLinkView], description: 'Empty for who may read no links.' })
  links!: FoundLinkView[];
}

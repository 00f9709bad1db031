import { ApiProperty } from '@nestjs/swagger';
import { CHANNEL_KINDS, type ChannelKind } from '../domain/channel-event.js';
import type { AssistantMode, ChannelHealth } from '../persistence/channel.entity.js';

export class ChannelHealthView {
  @ApiProperty({ enum: ['healthy', 'degraded', 'down'] })
  state!: ChannelHealth;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since!: string | null;
}

export class ChannelTeamView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class ChannelView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: CHANNEL_KINDS })
  kind!: ChannelKind;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'The address inside the provider’s account; for WhatsApp Cloud the phone number id.' })
  address!: string;

  @ApiProperty({ type: String, nullable: true, description: 'For WhatsApp Cloud the business account id.' })
  accountId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  displayAddress!: string | null;

  @ApiProperty({ description: 'The simulator stands in for the provider.' })
  sandbox!: boolean;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ description: 'Messages a second.' })
  rate!: number;

  @ApiProperty({ enum: ['auto', 'suggest', 'off'] })
  assistantMode!: AssistantMode;

  @ApiProperty({ type: ChannelTeamView, nullable: true })
  team!: ChannelTeamView | null;

  @ApiProperty()
  country!: string;

  @ApiProperty({ type: ChannelHealthView })
  health!: ChannelHealthView;

  @ApiProperty({ type: String, nullable: true, description: 'What the provider must call.' })
  webhookUrl!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the provider last called at this door.',
  })
  lastWebhookAt!: string | null;

  @ApiProperty({
    type: [String],
    example: ['appSecret', 'accessToken', 'verifyToken'],
    description: 'Names of the credentials that are set.',
  })
  credentials!: string[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  version!: number;
}

export class OpenedChannelView extends ChannelView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Told this once, when it was made here: give it to the provider.',
  })
  verifyToken!: string | null;
}

export class ChannelList {
  @ApiProperty({ type: [ChannelView] })
  data!: ChannelView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ChannelTestView {
  @ApiProperty()
  healthy!: boolean;

  @ApiProperty({ description: 'What the provider said, in words.' })
  detail!: string;

  @ApiProperty({ type: ChannelView })
  channel!: ChannelView;
}

export class ChannelProblemView {
  @ApiProperty({ enum: ['not_understood', 'unknown_channel', 'set_aside', 'bad_signature', 'unhealthy'] })
  kind!: string;

  @ApiProperty({ type: String, nullable: true })
  door!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  channelId!: string | null;

  @ApiProperty()
  count!: number;

  @ApiProperty({ description: 'In English; clients translate by `kind`.' })
  words!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  latestAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The newest such webhook, to open and to replay.',
  })
  webhookEventId!: string | null;
}

export class ChannelProblemList {
  @ApiProperty({ type: [ChannelProblemView] })
  data!: ChannelProblemView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

import { ApiProperty } from '@nestjs/swagger';

class BacklogView {
  @ApiProperty({ description: 'Events on their way to listeners.' })
  outbox!: number;

  @ApiProperty({ description: 'Facts of webhooks that wait.' })
  inbound!: number;

  @ApiProperty({ description: 'Facts that could not be processed.' })
  inboundSetAside!: number;

  @ApiProperty({ description: 'Messages that wait to be sent.' })
  sends!: number;

  @ApiProperty({ description: 'Events that a listener could not digest.' })
  parkedEvents!: number;
}

export class ListenerView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Numbers of the log not heard yet.' })
  behind!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  movedAt!: string | null;
}

export class ChannelStateView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['healthy', 'degraded', 'down'] })
  state!: string;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class SystemStatusView {
  @ApiProperty()
  ready!: boolean;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: ['ok', 'down'] } })
  checks!: Record<string, string>;

  @ApiProperty({ type: BacklogView })
  backlog!: BacklogView;

  @ApiProperty({ type: [ListenerView] })
  listeners!: ListenerView[];

  @ApiProperty({ type: [ChannelStateView] })
  channels!: ChannelStateView[];

  @ApiProperty({ description: 'Open sockets of the process that answered.' })
  sockets!: number;

  @ApiProperty({ description: 'Seconds since the process that answered was started.' })
  uptimeS!: number;

  @ApiProperty({ format: 'date-time', description: 'Business time.' })
  now!: string;
}

export class SystemConfigView {
  @ApiProperty()
  role!: string;

  @ApiProperty()
  production!: boolean;

  @ApiProperty()
  publicUrl!: string;

  @ApiProperty({ description: 'Without who signs in there.' })
  database!: string;

  @ApiProperty()
  databasePool!: number;

  @ApiProperty({ description: 'Without who signs in there.' })
  redis!: string;

  @ApiProperty({ type: String, nullable: true })
  simulatorUrl!: string | null;

  @ApiProperty()
  whatsappGraphUrl!: string;

  @ApiProperty()
  cookieSecure!: boolean;

  @ApiProperty()
  trustProxy!: boolean;

  @ApiProperty()
  logLevel!: string;

  @ApiProperty({ type: [String], description: 'Names of the secrets that are set.' })
  secrets!: string[];
}

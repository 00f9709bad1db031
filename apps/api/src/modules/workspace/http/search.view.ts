import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class SearchTextQuery {
  @ApiProperty({ minLength: 2, maxLength: 100, description: 'A name, the end of a phone, words of a message.' })
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  q!: string;
}

class FoundPersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
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

export class FoundMessageView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  conversationId!: string;

  @ApiProperty({ type: FoundPersonView })
  contact!: FoundPersonView;

  @ApiProperty({ enum: ['in', 'out'] })
  direction!: 'in' | 'out';

  @ApiProperty({ description: 'The beginning of the message.' })
  extract!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class FoundView {
  @ApiProperty({ type: [FoundConversationView] })
  conversations!: FoundConversationView[];

  @ApiProperty({ type: [FoundMessageView] })
  messages!: FoundMessageView[];
}

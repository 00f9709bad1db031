import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { CHANNEL_KINDS } from '../../channels/index.js';
import { CLOSE_REASONS, type CloseReason } from '../domain/close-reason.js';
import { INBOX_SORTS, type InboxSort } from '../persistence/inbox.query.js';
import { PRIORITIES } from './present-conversations.js';
import { StorableText } from './text-checks.js';

const STATUSES = ['open', 'follow_up', 'closed'] as const;

export class ConversationListQuery extends PageQuery {
  /** Whose: mine, nobody's, or all that I may see. */
  @IsOptional()
  @IsIn(['mine', 'unassigned', 'all'])
  view: 'mine' | 'unassigned' | 'all' = 'all';

  @IsOptional()
  @IsIn(STATUSES)
  status?: (typeof STATUSES)[number];

  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: (typeof PRIORITIES)[number];

  /** The network of the tracked link, or `direct`. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  source?: string;

  @IsOptional()
  @IsIn(CHANNEL_KINDS)
  channelKind?: (typeof CHANNEL_KINDS)[number];

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @IsOptional()
  @IsUUID()
  contactId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  tag?: string;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;

  /** A name, any ending of a phone of four digits or more, or words of a message. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  @IsOptional()
  @IsIn(Object.keys(INBOX_SORTS))
  sort: InboxSort = '-lastMessageAt';
}

export class ChangeConversationDto {
  @MayBeLeftOut()
  @IsIn(STATUSES)
  status?: (typeof STATUSES)[number];

  /** Why it is closed: sale, no_interest, spam, other. */
  @MayBeLeftOut()
  @IsIn(CLOSE_REASONS)
  closeReason?: CloseReason;

  /** When a snoozed conversation opens again. Required with `follow_up`. */
  @ValidateIf((dto: ChangeConversationDto) => dto.status === 'follow_up' || dto.followUpAt !== undefined)
  @IsDateString({ strict: true })
  followUpAt?: string;

  @MayBeLeftOut()
  @IsIn(PRIORITIES)
  priority?: (typeof PRIORITIES)[number];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  tags?: string[];
}

export class AssignConversationDto {
  /** A user, or null for the queue. */
  @ValidateIf((dto: AssignConversationDto) => dto.assigneeId !== null)
  @IsUUID()
  assigneeId!: string | null;

  /** A team, or null for none; left out keeps it. */
  @IsOptional()
  @IsUUID()
  teamId?: string | null;
}

export class AssistantDto {
  @MayBeLeftOut()
  @IsIn(['auto', 'suggest', 'off'])
  mode?: 'auto' | 'suggest' | 'off';

  /** Who answers from now on. */
  @MayBeLeftOut()
  @IsIn(['assistant', 'person'])
  owner?: 'assistant' | 'person';

  @ValidateIf((dto: AssistantDto) => dto.pausedUntil !== undefined && dto.pausedUntil !== null)
  @IsDateString({ strict: true })
  pausedUntil?: string | null;
}

export class DraftDto {
  @IsIn(['reply', 'note'])
  mode!: 'reply' | 'note';

  /** Empty takes the draft away. */
  @IsString()
  @MaxLength(10_000)
  text!: string;
}

export class NoteDto {
  @IsString()
  @Length(1, 10_000)
  @StorableText()
  text!: string;

  /** Users to be told. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  mentions?: string[];
}

export class CanSendQuery {
  @IsOptional()
  @IsIn(['advisor', 'assistant', 'campaign', 'automation', 'system'])
  author: 'advisor' | 'assistant' | 'campaign' | 'automation' | 'system' = 'advisor';

  @IsOptional()
  @IsIn(['text', 'image', 'video', 'audio', 'document', 'sticker', 'template', 'interactive', 'location', 'reaction'])
  type = 'text';

  @IsOptional()
  @IsIn(['service', 'marketing', 'utility'])
  category: 'service' | 'marketing' | 'utility' = 'service';
}

export class CanSendView {
  verdict!: 'free' | 'template' | 'wait' | 'refuse';
  /** The refusal's code; null when it may be sent. */
  code!: string | null;
  /** Plain words. */
  words!: string;
  waitUntil!: string | null;
}

export class DraftView {
  mode!: 'reply' | 'note';
  text!: string;
  updatedAt!: string;
}

export class AttemptView {
  id!: string;
  @IsInt()
  number!: number;
  startedAt!: string;
  finishedAt!: string | null;
  outcome!: string;
  providerId!: string | null;
  failure!: Record<string, unknown> | null;
}

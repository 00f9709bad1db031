import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { StorableText, TextValues } from './text-checks.js';

const TYPES = ['text', 'image', 'video', 'audio', 'document', 'template', 'interactive', 'reaction'] as const;
const MEDIA = new Set(['image', 'video', 'audio', 'document']);

const when = (...types: string[]) => ValidateIf((dto: SendMessageDto) => types.includes(dto.type));

export class ReplyButtonDto {
  @IsString()
  @Length(1, 256)
  @StorableText()
  id!: string;

  @IsString()
  @Length(1, 20)
  @StorableText()
  title!: string;
}

/** What to send. Each type needs its own fields. */
export class SendMessageDto {
  @IsIn(TYPES)
  type!: (typeof TYPES)[number];

  @when('text')
  @IsString()
  @Length(1, 65_536)
  @StorableText()
  text?: string;

  /** A stored file of `POST /media`. */
  @ValidateIf((dto: SendMessageDto) => MEDIA.has(dto.type))
  @IsUUID()
  mediaId?: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(4096)
  @StorableText()
  caption?: string;

  @when('template')
  @IsUUID()
  templateId?: string;

  /** Values of the template's variables, by name or number. */
  @MayBeLeftOut()
  @IsObject()
  @TextValues()
  variables?: Record<string, string>;

  @when('interactive')
  @IsString()
  @Length(1, 4096)
  @StorableText()
  body?: string;

  @when('interactive')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => ReplyButtonDto)
  buttons?: ReplyButtonDto[];

  /** The message that a reaction is about. */
  @when('reaction')
  @IsUUID()
  messageId?: string;

  /** Empty takes the reaction away. */
  @when('reaction')
  @IsString()
  @MaxLength(16)
  @StorableText()
  emoji?: string;

  @MayBeLeftOut()
  @IsUUID()
  replyToMessageId?: string;

  /** The last message that the sender saw: refused with 409 when somebody spoke since. */
  @MayBeLeftOut()
  @IsUUID()
  expectedLastMessageId?: string;
}

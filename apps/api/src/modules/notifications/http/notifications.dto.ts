import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, Equals, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { MayBeLeftOut } from '../../../platform/http/may-be-left-out.decorator.js';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { PRIORITIES, type NotificationParams, type NotificationPriority } from '../domain/notification.js';

export class NotificationQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only what has not been read.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;
}

export class NotificationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'conversation.assigned' })
  kind!: string;

  @ApiProperty({ description: 'A key of the panel`s words.' })
  title!: string;

  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  params!: NotificationParams;

  @ApiProperty({ type: String, nullable: true, description: 'A path of the panel.' })
  link!: string | null;

  @ApiProperty({ enum: PRIORITIES })
  priority!: NotificationPriority;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;
}

export class UnreadView {
  @ApiProperty({ maximum: 100, description: 'Counted up to 100.' })
  unreadCount!: number;
}

export class NotificationPage extends UnreadView {
  @ApiProperty({ type: [NotificationView] })
  data!: NotificationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class MarkReadBody {
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 200 })
  @MayBeLeftOut()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  @ApiPropertyOptional({ enum: [true], description: 'All of them; instead of `ids`.' })
  @MayBeLeftOut()
  @Equals(true)
  all?: true;
}

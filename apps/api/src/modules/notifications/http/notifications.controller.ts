import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { invalidField } from '../../../platform/http/domain-error.js';
import { CurrentUser, Personal, type UserPrincipal } from '../../auth/index.js';
import { Bell } from '../services/bell.js';
import { MarkReadBody, NotificationPage, NotificationQuery, UnreadView } from './notifications.dto.js';
import { presentNotification } from './present-notification.js';

@ApiTags('Notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly bell: Bell) {}

  /** The person's own, the newest first. */
  @Personal()
  @Get()
  @ApiOkResponse({ type: NotificationPage })
  async list(
    @CurrentUser() { id }: UserPrincipal,
    @Query() { unread, limit, cursor }: NotificationQuery,
  ): Promise<NotificationPage> {
    const { data, nextCursor } = await this.bell.page(id, unread ?? false, limit, cursor);
    return { data: data.map(presentNotification), nextCursor, unreadCount: await this.bell.unreadCount(id) };
  }

  /** Marks the named ones, or all, as read. */
  @Personal()
  @Post('read')
  @HttpCode(200)
  @ApiOkResponse({ type: UnreadView })
  async read(@CurrentUser() { id }: UserPrincipal, @Body() { ids, all }: MarkReadBody): Promise<UnreadView> {
    if ((ids === undefined) === (all === undefined)) throw invalidField('/ids', 'give either ids or all');
    return { unreadCount: await this.bell.markRead(id, ids ?? null) };
  }
}

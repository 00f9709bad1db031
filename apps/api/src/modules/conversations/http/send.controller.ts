import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import type { MessageType } from '../../channels/index.js';
import type { MessageAuthor, SendRefusal } from '../conversations.facade.types.js';
import { REFUSAL_WORDS } from '../domain/refusal-words.js';
import { ThreadQuery } from '../persistence/thread.query.js';
import { AskPolicy } from '../services/ask-policy.js';
import { FindConversation } from '../services/find-conversation.js';
import { SendMessage } from '../services/send-message.js';
import { CanSendQuery, CanSendView } from './conversation.dto.js';
import { MessageView } from './message.view.js';
import { PresentMessages } from './present-messages.js';
import { ReadSendable } from './sendable-content.js';
import { SendMessageDto } from './send.dto.js';

@ApiTags('Conversations')
@Controller('conversations/:id')
export class SendController {
  constructor(
    private readonly find: FindConversation,
    private readonly sendable: ReadSendable,
    private readonly sending: SendMessage,
    private readonly policy: AskPolicy,
    private readonly thread: ThreadQuery,
    private readonly presenter: PresentMessages,
  ) {}

  /** Sends. `Idempotency-Key` is the client's own id of the message: sent twice, it is sent once. 409 says why nothing was sent. */
  @Post('messages')
  @Idempotent()
  @Permit('messages:send')
  @ApiCreatedResponse({ type: MessageView })
  async send(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: SendMessageDto,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<MessageView> {
    const conversation = await this.find.for(principal, id);
    const result = await this.sending.send({
      conversationId: id,
      author: authorOf(principal),
      ...(await this.sendable.read(dto, conversation.channel_id)),
      ...(key && { clientMessageId: key, clientId: principal.id }),
      ...(dto.replyToMessageId && { replyToMessageId: dto.replyToMessageId }),
      ...(dto.expectedLastMessageId && { expectedLastMessageId: dto.expectedLastMessageId }),
    });
    if (!result.ok) throw await this.problem(result.refusal);
    const [view] = await this.presenter.present([...(await this.thread.byIds([result.messageId])).values()]);
    if (!view) throw notFound('message');
    return view;
  }

  /** The sending policy, in words. */
  @Get('can-send')
  @Permit('conversations:read')
  @ApiOkResponse({ type: CanSendView })
  async canSend(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CanSendQuery,
  ): Promise<CanSendView> {
    const row = await this.find.for(principal, id);
    const verdict = await this.policy.ask({
      contactId: row.contact_id,
      channelId: row.channel_id,
      lastInboundAt: row.last_inbound_at,
      author: query.author,
      type: query.type as MessageType,
      category: query.category,
    });
    if (verdict.kind === 'refuse')
      return { verdict: 'refuse', code: verdict.code, words: REFUSAL_WORDS[verdict.code], waitUntil: null };
    if (verdict.kind === 'wait')
      return { verdict: 'wait', code: verdict.code, words: REFUSAL_WORDS.wait, waitUntil: verdict.until.toISOString() };
    const words = verdict.kind === 'template' ? 'An approved template may be sent.' : 'Anything may be sent now.';
    return { verdict: verdict.kind, code: null, words, waitUntil: null };
  }

  private async problem({ code, reason, lastMessageId }: SendRefusal): Promise<DomainError> {
    if (code === 'not_found') return notFound('conversation');
    const [lastMessage] = lastMessageId
      ? await this.presenter.present([...(await this.thread.byIds([lastMessageId])).values()])
      : [];
    return new DomainError(
      code,
      code === 'too_long' ? 400 : 409,
      reason,
      lastMessage ? { lastMessage } : {},
      code === 'too_long' ? [{ path: '/text', message: reason }] : [],
    );
  }
}

/** A person speaks as themselves; another system as the business. */
const authorOf = (principal: Principal): MessageAuthor =>
  principal.kind === 'user' ? { kind: 'advisor', userId: principal.id } : { kind: 'system' };

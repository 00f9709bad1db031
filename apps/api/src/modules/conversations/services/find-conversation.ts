import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/http/domain-error.js';
import type { Principal } from '../../auth/index.js';
import { maySee, visibilityOf } from '../domain/visibility.js';
import { belongingOf, InboxQuery, type InboxRow } from '../persistence/inbox.query.js';

/** A conversation for somebody: what they may not see does not exist for them. */
@Injectable()
export class FindConversation {
  constructor(private readonly inbox: InboxQuery) {}

  /** @throws not_found */
  async for(principal: Principal, id: string): Promise<InboxRow> {
    const [row] = await this.inbox.byIds([id], viewerOf(principal));
    if (!row || !maySee(visibilityOf(principal), belongingOf(row))) throw notFound('conversation');
    return row;
  }
}

/** Only people have seen something. */
export const viewerOf = (principal: Principal): string | null => (principal.kind === 'user' ? principal.id : null);

import { Injectable } from '@nestjs/common';
import { can, type Principal } from '../../auth/index.js';
import { maySee, visibilityOf } from '../domain/visibility.js';
import { belongingOf, InboxQuery } from '../persistence/inbox.query.js';

/** Which conversations somebody may read, asked from whatever belongs to one. */
@Injectable()
export class VisibleConversations {
  constructor(private readonly inbox: InboxQuery) {}

  /** None at all for who may read no conversations: what else a key holds opens none. */
  async among(reader: Principal, ids: readonly string[]): Promise<Set<string>> {
    if (!can(reader, 'conversations:read')) return new Set();
    const visibility = visibilityOf(reader);
    const rows = await this.inbox.byIds([...new Set(ids)], null);
    return new Set(rows.filter((row) => maySee(visibility, belongingOf(row))).map(({ id }) => id));
  }
}

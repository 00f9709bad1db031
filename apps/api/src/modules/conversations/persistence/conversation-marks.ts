import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { Holder } from './conversation-changes.js';

type Marked = Pick<Holder, 'assignee_id' | 'team_id'> & { id: string };

/** What links and leads write on conversations, many at once; rows that say so already are left alone and not returned. */
@Injectable()
export class ConversationMarks {
  constructor(private readonly sql: Sql) {}

  attribution(
    marks: readonly { conversationId: string; network: string; linkId: string | null; itemId: string | null }[],
  ): Promise<Marked[]> {
    return this.sql.rows<Marked>(
      `with wanted as (select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[]) as w(id, network, link_id, item_id)),
         locked as (select id from conversation where id = any($1::uuid[]) order by id for update)
       update conversation c set source_network = w.network, source_link_id = w.link_id, source_item_id = w.item_id, version = c.version + 1
       from wanted w join locked using (id) where c.id = w.id
         and (c.source_network, c.source_link_id, c.source_item_id) is distinct from (w.network, w.link_id, w.item_id)
       returning c.id, c.assignee_id, c.team_id`,
      [
        marks.map(({ conversationId }) => conversationId),
        marks.map(({ network }) => network),
        marks.map(({ linkId }) => linkId),
        marks.map(({ itemId }) => itemId),
      ],
    );
  }

  leads(
    marks: readonly { conversationId: string; leadId: string; state: string; quality: string }[],
  ): Promise<Marked[]> {
    return this.sql.rows<Marked>(
      `with wanted as (select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as w(id, lead_id, state, quality)),
         locked as (select id from conversation where id = any($1::uuid[]) order by id for update)
       update conversation c set lead_id = w.lead_id, lead_state = w.state, lead_quality = w.quality, version = c.version + 1
       from wanted w join locked using (id) where c.id = w.id
         and (c.lead_id, c.lead_state, c.lead_quality) is distinct from (w.lead_id, w.state, w.quality)
       returning c.id, c.assignee_id, c.team_id`,
      [
        marks.map(({ conversationId }) => conversationId),
        marks.map(({ leadId }) => leadId),
        marks.map(({ state }) => state),
        marks.map(({ quality }) => quality),
      ],
    );
  }
}

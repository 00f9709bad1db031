import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface OriginRow {
  network: string | null;
  link_id: string | null;
  link_name: string | null;
  item_id: string | null;
  item_name: string | null;
}

/** What the customer column shows that no facade tells. */
@Injectable()
export class PanelQuery {
  constructor(private readonly sql: Sql) {}

  async origin(conversationId: string): Promise<OriginRow | undefined> {
    return this.sql.one(
      `select c.source_network as network, l.id as link_id, l.name as link_name, i.id as item_id, i.name as item_name
       from conversation c left join tracked_link l on l.id = c.source_link_id left join catalogue_item i on i.id = c.source_item_id
       where c.id = $1`,
      [conversationId],
    );
  }
}

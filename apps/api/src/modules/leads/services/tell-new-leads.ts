import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Notifications } from '../../notifications/index.js';
import { newLeadNotices } from '../domain/new-lead-notices.js';
import { placesOf } from '../persistence/assignment.query.js';
import { LeadTidings } from '../persistence/lead-tidings.query.js';

const BOARD = '/leads';

/** Lets people know that somebody asks for them. */
@Injectable()
export class TellNewLeads {
  constructor(
    private readonly sql: Sql,
    private readonly leads: LeadTidings,
    private readonly notifications: Notifications,
  ) {}

  async arrived(arrivals: readonly { leadId: string; seq: string }[]): Promise<void> {
    if (arrivals.length === 0) return;
    const leads = new Map((await this.leads.of(arrivals.map(({ leadId }) => leadId))).map((lead) => [lead.id, lead]));
    const places = await placesOf(
      this.sql,
      [...leads.values()].flatMap(({ conversationId }) => conversationId ?? []),
    );
    const fresh = arrivals.flatMap(({ leadId, seq }) => {
      const lead = leads.get(leadId);
      if (!lead || lead.source === 'manual') return [];
      return [
        {
          leadId,
          seq,
          assigneeId: lead.assigneeId,
          teamId: places.get(lead.conversationId ?? '')?.teamId ?? null,
          origin: lead.network ?? lead.source,
        },
      ];
    });
    for (const { to, leadId, count, origin, purposeKey } of newLeadNotices(fresh))
      await this.notifications.notify({
        to,
        kind: 'lead.new',
        title: leadId ? 'lead.new' : 'lead.new-several',
        params: origin ? { origin } : { count },
        link: leadId ? `${BOARD}/${leadId}` : BOARD,
        purposeKey,
      });
  }

  /** Somebody gave a lead to somebody else. */
  async assigned(
    leadId: string,
    { toUserId, byUserId, seq }: { toUserId: string; byUserId: string; seq: string },
  ): Promise<void> {
    await this.notifications.notify({
      to: { userIds: [toUserId] },
      exceptUserId: byUserId,
      kind: 'lead.assigned',
      title: 'lead.assigned',
      link: `${BOARD}/${leadId}`,
      purposeKey: `lead-assigned-${leadId}-${seq}`,
    });
  }
}

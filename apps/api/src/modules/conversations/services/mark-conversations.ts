import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { conversationChanged } from '../conversations.events.js';
import { ConversationMarks } from '../persistence/conversation-marks.js';

export interface AttributionMark {
  conversationId: string;
  network: string;
  linkId: string | null;
  itemId: string | null;
}

export interface LeadMark {
  conversationId: string;
  leadId: string;
  state: string;
  quality: string;
}

/** Keeps in step what the inbox filters by but other modules own. Saying it twice changes and tells nothing. */
@Injectable()
export class MarkConversations {
  constructor(
    private readonly marks: ConversationMarks,
    private readonly outbox: Outbox,
  ) {}

  /** The last mark of each conversation counts. */
  async attribution(marks: readonly AttributionMark[]): Promise<void> {
    if (marks.length > 0) await this.tell('attributed', await this.marks.attribution(latest(marks)));
  }

  async leads(marks: readonly LeadMark[]): Promise<void> {
    if (marks.length > 0) await this.tell('lead', await this.marks.leads(latest(marks)));
  }

  private async tell(
    change: 'attributed' | 'lead',
    marked: readonly { id: string; assignee_id: string | null; team_id: string | null }[],
  ): Promise<void> {
    await this.outbox.append(
      conversationChanged,
      marked.map((row) => ({
        conversationId: row.id,
        change,
        byUserId: null,
        assigneeId: row.assignee_id,
        previousAssigneeId: row.assignee_id,
        teamId: row.team_id,
        previousTeamId: row.team_id,
      })),
    );
  }
}

const latest = <M extends { conversationId: string }>(marks: readonly M[]): M[] => [
  ...new Map(marks.map((mark) => [mark.conversationId, mark])).values(),
];

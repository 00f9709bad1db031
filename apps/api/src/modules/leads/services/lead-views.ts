import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { People } from '../../auth/index.js';
import { Contacts } from '../../contacts/index.js';
import { Links } from '../../links/index.js';
import { roomsOfLead } from '../domain/lead-rooms.js';
import type { LeadViewer } from '../domain/lead-viewer.js';
import { presentLead } from '../http/lead.presenter.js';
import type { LeadView } from '../http/lead-view.js';
import { maySeeLead, surroundingsOf } from '../persistence/lead-list.query.js';
import { LeadRepository } from '../persistence/lead.repository.js';
import { LeadItems } from './lead-items.js';

/** Leads as the API shows them. */
@Injectable()
export class LeadViews {
  constructor(
    private readonly sql: Sql,
    private readonly leads: LeadRepository,
    private readonly contacts: Contacts,
    private readonly items: LeadItems,
    private readonly links: Links,
    private readonly people: People,
  ) {}

  /** @throws not_found, also when it may not be seen */
  async require(viewer: LeadViewer, id: string): Promise<void> {
    if (!(await maySeeLead(this.sql, viewer, id))) throw notFound('lead');
  }

  /** With everything known of the person. `userId` counts what is unread for them. */
  async one(viewer: LeadViewer, id: string, userId: string | null): Promise<LeadView> {
    await this.require(viewer, id);
    const [lead] = await this.byIds([id], userId);
    if (!lead) throw notFound('lead');
    const detail = lead.contact ? await this.contacts.detail(lead.contact.id) : undefined;
    return lead.contact && detail ? { ...lead, contact: { ...lead.contact, email: detail.email } } : lead;
  }

  /** Undefined when it is not there, or may not be seen. `userId` counts what is unread for them. */
  async find(viewer: LeadViewer, id: string, userId: string | null): Promise<LeadView | undefined> {
    return (await maySeeLead(this.sql, viewer, id)) ? (await this.byIds([id], userId))[0] : undefined;
  }

  /** In the order of the ids; unknown ones are left out. */
  async byIds(ids: readonly string[], userId: string | null): Promise<LeadView[]> {
    const rows = new Map((await this.leads.byIds(ids)).map((lead) => [lead.id, lead]));
    const all = [...rows.values()];
    const contacts = await this.contacts.byIds(all.flatMap((lead) => lead.contactId ?? []));
    const items = await this.items.byIds(all.map((lead) => lead.itemId));
    const links = await this.links.byIds(all.flatMap((lead) => lead.linkId ?? []));
    const people = await this.people.byIds(all.flatMap((lead) => lead.assigneeId ?? []));
    const surroundings = await surroundingsOf(this.sql, ids, userId);
    return ids.flatMap((id) => {
      const lead = rows.get(id);
      if (!lead) return [];
      const [contact, item, link, assignee] = [
        contacts.get(lead.contactId ?? ''),
        items.get(lead.itemId ?? ''),
        links.get(lead.linkId ?? ''),
        people.get(lead.assigneeId ?? ''),
      ];
      return [
        presentLead({ lead, contact, item, link, assignee, unreadCount: surroundings.get(id)?.unreadCount ?? 0 }),
      ];
    });
  }

  /** With the socket rooms that may see each. Nothing is counted as unread: that differs by person. */
  async withRooms(ids: readonly string[]): Promise<{ lead: LeadView; rooms: string[] }[]> {
    const surroundings = await surroundingsOf(this.sql, ids, null);
    return (await this.byIds(ids, null)).map((lead) => {
      const { conversationAssigneeId = null, conversationTeamId = null } = surroundings.get(lead.id) ?? {};
      return {
        lead,
        rooms: roomsOfLead({
          assigneeId: lead.assignee?.id ?? null,
          source: lead.source.kind,
          conversationAssigneeId,
          conversationTeamId,
        }),
      };
    });
  }
}

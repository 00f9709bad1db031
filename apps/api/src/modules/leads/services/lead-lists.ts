import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page } from '../../../platform/database/keyset-page.js';
import { placeById } from '../../../platform/database/place-in-list.js';
import { Sql } from '../../../platform/database/sql.js';
import { People } from '../../auth/index.js';
import { Business } from '../../business/index.js';
import { Contacts } from '../../contacts/index.js';
import { LEAD_STATES } from '../domain/lead-status.js';
import { sumColumns } from '../domain/pipeline-sums.js';
import { presentLeadEvent } from '../http/lead.presenter.js';
import type { LeadEventPage, LeadView, PipelineView } from '../http/lead-view.js';
import { LeadEvents } from '../persistence/lead-events.js';
import type { LeadFilter } from '../persistence/lead-filter.js';
import { columnTotals, cursorOf, leadRows, type LeadSort } from '../persistence/lead-list.query.js';
import { LeadViews } from './lead-views.js';

const CARDS_A_COLUMN = 25;
const PEOPLE_FOUND = 200;

interface ListPage {
  sort: LeadSort;
  limit: number;
  cursor?: string;
}

/** Leads in lists and columns. */
@Injectable()
export class LeadLists {
  constructor(
    private readonly sql: Sql,
    private readonly views: LeadViews,
    private readonly contacts: Contacts,
    private readonly people: People,
    private readonly events: LeadEvents,
    private readonly business: Business,
  ) {}

  async list(filter: LeadFilter, page: ListPage, userId: string | null): Promise<Page<LeadView>> {
    return this.pageOf(await this.withPeople(filter), page, userId);
  }

  async pipeline(filter: LeadFilter, userId: string | null): Promise<PipelineView> {
    const complete = await this.withPeople(filter);
    const sums = sumColumns(await columnTotals(this.sql, complete), (await this.business.current()).currency);
    const columns = LEAD_STATES.map(async (state) => {
      const { data: leads, nextCursor } = await this.pageOf(
        { ...complete, state },
        { sort: '-lastActivityAt', limit: CARDS_A_COLUMN },
        userId,
      );
      return { state, ...sums(state), leads, nextCursor };
    });
    return { columns: await Promise.all(columns) };
  }

  /** Newest first. */
  async history(leadId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<LeadEventPage> {
    const rows = await this.events.page(leadId, limit, placeById(cursor) ?? undefined);
    const shown = rows.slice(0, limit);
    const people = await this.people.byIds(shown.flatMap(({ by }) => (by.kind === 'user' && by.id ? [by.id] : [])));
    const last = shown.at(-1);
    return {
      data: shown.map((row) => presentLeadEvent(row, people)),
      nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  private async pageOf(
    filter: LeadFilter,
    { sort, limit, cursor }: ListPage,
    userId: string | null,
  ): Promise<Page<LeadView>> {
    const after = cursorOf(sort, decodeCursor(cursor, 2));
    const rows = await leadRows(this.sql, filter, { sort, limit, ...(after && { after }) });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const data = await this.views.byIds(
      shown.map((row) => row.id),
      userId,
    );
    return { data, nextCursor: rows.length > limit && last ? encodeCursor([last.key, last.id]) : null };
  }

  private async withPeople(filter: LeadFilter): Promise<LeadFilter> {
    return filter.q ? { ...filter, people: await this.contacts.searchIds(filter.q, PEOPLE_FOUND) } : filter;
  }
}

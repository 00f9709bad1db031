import type { LeadViewer } from '../domain/lead-viewer.js';

export interface LeadFilter {
  viewer: LeadViewer;
  anonymous: boolean;
  state?: string;
  network?: string;
  source?: string;
  /** A user's id, or `none`. */
  assigneeId?: string;
  quality?: string;
  itemId?: string;
  linkId?: string;
  contactId?: string;
  from?: Date;
  to?: Date;
  /** Words of title, description or city; or of a person, found as `people`. */
  q?: string;
  people?: readonly string[];
}

/** A condition over `lead l`, with its values in order. */
export interface Condition {
  text: string;
  values: unknown[];
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export function conditionOf(filter: LeadFilter): Condition {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (part: (mark: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  parts.push(filter.anonymous ? 'l.contact_id is null and l.expired_at is null' : 'l.contact_id is not null');
  const equal: readonly (readonly [string, unknown])[] = [
    ['l.state', filter.state],
    ['l.source_kind', filter.source],
    ['l.quality', filter.quality],
    ['l.item_id', filter.itemId],
    ['l.link_id', filter.linkId],
    ['l.contact_id', filter.contactId],
  ];
  for (const [column, value] of equal) if (value !== undefined) add((mark) => `${column} = ${mark}`, value);
  if (filter.network === 'none') parts.push('l.network is null');
  else if (filter.network !== undefined) add((mark) => `l.network = ${mark}`, filter.network);
  if (filter.assigneeId === 'none') parts.push('l.assignee_id is null');
  else if (filter.assigneeId !== undefined) add((mark) => `l.assignee_id = ${mark}::uuid`, filter.assigneeId);
  if (filter.from) add((mark) => `l.created_at >= ${mark}`, filter.from);
  if (filter.to) add((mark) => `l.created_at < ${mark}`, filter.to);
  if (filter.q) {
    values.push(escaped(filter.q), filter.people ?? []);
    const words = `'%' || plain_text($${values.length - 1}) || '%'`;
    parts.push(
      `(plain_text(concat_ws(' ', l.title, l.description, l.city)) like ${words} or l.contact_id = any($${values.length}::uuid[]))`,
    );
  }
  if (!filter.viewer.all) parts.push(seenBy(filter.viewer, values));
  return { text: parts.join(' and '), values };
}

/** `maySee` in SQL. */
function seenBy(viewer: Exclude<LeadViewer, { all: true }>, values: unknown[]): string {
  const ways: string[] = [];
  if (viewer.brought) ways.push(`l.source_kind in ('link', 'ad', 'campaign')`);
  if (viewer.own) {
    values.push(viewer.userId, viewer.teamIds);
    const [user, teams] = [`$${values.length - 1}::uuid`, `$${values.length}::uuid[]`];
    ways.push(
      'l.assignee_id is null',
      `l.assignee_id = ${user}`,
      `exists (select 1 from conversation c where c.id = l.conversation_id and (c.assignee_id = ${user} or c.team_id = any(${teams})))`,
    );
  }
  return ways.length > 0 ? `(${ways.join(' or ')})` : 'false';
}

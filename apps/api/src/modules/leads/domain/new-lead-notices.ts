export interface NewLead {
  leadId: string;
  seq: string;
  assigneeId: string | null;
  teamId: string | null;
  /** Network, else kind of source. */
  origin: string;
}

export type NoticeReceivers = { userIds: readonly string[] } | { teamId: string } | { permission: 'leads:write' };

export interface NewLeadNotice {
  to: NoticeReceivers;
  /** Null: several at once, and the notice leads to the board. */
  leadId: string | null;
  count: number;
  origin: string | null;
  purposeKey: string;
}

/** More than this at once is one notice: nobody reads a hundred. */
const MOST_ONE_BY_ONE = 5;

/** Who is told of which new leads: whoever got it, else the team it waits for, else all who take leads. */
export function newLeadNotices(leads: readonly NewLead[]): NewLeadNotice[] {
  const groups = new Map<string, { to: NoticeReceivers; leads: NewLead[] }>();
  for (const lead of leads) {
    const key = lead.assigneeId ?? lead.teamId ?? 'everybody';
    const group = groups.get(key) ?? { to: receiversOf(lead), leads: [] };
    group.leads.push(lead);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, { to, leads: own }]): NewLeadNotice[] => {
    if (own.length > MOST_ONE_BY_ONE)
      return [
        { to, leadId: null, count: own.length, origin: null, purposeKey: `new-leads-${key}-${own[0]?.seq ?? ''}` },
      ];
    return own.map(({ leadId, origin }) => ({ to, leadId, count: 1, origin, purposeKey: `new-lead-${leadId}` }));
  });
}

function receiversOf({ assigneeId, teamId }: NewLead): NoticeReceivers {
  if (assigneeId) return { userIds: [assigneeId] };
  return teamId ? { teamId } : { permission: 'leads:write' };
}

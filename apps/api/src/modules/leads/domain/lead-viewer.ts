/** What somebody may see of the leads. */
export type LeadViewer =
  | { all: true }
  /** `own`: theirs, their teams' conversations' and those nobody holds; `brought`: those that links, ads and campaigns brought. */
  | { all: false; userId: string | null; teamIds: readonly string[]; own: boolean; brought: boolean };

interface PrincipalLike {
  kind: 'user' | 'key';
  id: string;
  permissions: ReadonlySet<string>;
  roles?: readonly string[];
  teamIds?: readonly string[];
}

export function viewerOf({ kind, id, permissions, roles = [], teamIds = [] }: PrincipalLike): LeadViewer {
  if (permissions.has('leads:read-all')) return { all: true };
  if (kind === 'key') return { all: false, userId: null, teamIds: [], own: true, brought: false };
  return { all: false, userId: id, teamIds, own: roles.includes('advisor'), brought: roles.includes('marketing') };
}

export interface ViewedLead {
  assigneeId: string | null;
  source: string;
  conversationTeamId: string | null;
  conversationAssigneeId: string | null;
}

/** The rule that the list's SQL states too; a test holds them together. */
export function maySee(viewer: LeadViewer, lead: ViewedLead): boolean {
  if (viewer.all) return true;
  if (viewer.brought && ['link', 'ad', 'campaign'].includes(lead.source)) return true;
  if (!viewer.own) return false;
  const mine =
    viewer.userId !== null && (lead.assigneeId === viewer.userId || lead.conversationAssigneeId === viewer.userId);
  return (
    mine ||
    lead.assigneeId === null ||
    (lead.conversationTeamId !== null && viewer.teamIds.includes(lead.conversationTeamId))
  );
}

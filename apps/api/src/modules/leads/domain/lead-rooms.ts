export interface SeenLead {
  assigneeId: string | null;
  source: string;
  conversationAssigneeId: string | null;
  conversationTeamId: string | null;
}

/** The socket rooms that may see a lead: the same rule as `maySee`, from the other side. */
export function roomsOfLead({ assigneeId, source, conversationAssigneeId, conversationTeamId }: SeenLead): string[] {
  const rooms = new Set(['leads:all']);
  rooms.add(assigneeId ? `user:${assigneeId}` : 'inbox:unassigned');
  if (conversationAssigneeId) rooms.add(`user:${conversationAssigneeId}`);
  if (conversationTeamId) rooms.add(`team:${conversationTeamId}`);
  if (['link', 'ad', 'campaign'].includes(source)) rooms.add('inbox:attributed');
  return [...rooms];
}

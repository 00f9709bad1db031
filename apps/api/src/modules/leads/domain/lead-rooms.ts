export interface SeenLead {
  assigneeId: string | null;
  source: string;
  teamId: string | null;
  /** Who held it until now and must see it go. */
  left: string | null;
}

/** The socket rooms that may see a lead: the same people as `maySee` allows. */
export function roomsOfLead({ assigneeId, source, teamId, left }: SeenLead): string[] {
  const rooms = ['leads:all'];
  if (assigneeId) rooms.push(`user:${assigneeId}`);
  else rooms.push('inbox:unassigned');
  if (teamId) rooms.push(`team:${teamId}`);
  if (left && left !== assigneeId) rooms.push(`user:${left}`);
  if (['link', 'ad', 'campaign'].includes(source)) rooms.push('inbox:attributed');
  return rooms;
}

import { can, type Principal } from '../../auth/index.js';

/** Which conversations somebody may see. A key has no conversations of its own: its scope alone decides. */
export type Visibility =
  | { kind: 'all' }
  | { kind: 'own'; userId: string; teamIds: readonly string[] }
  | { kind: 'attributed' }
  | { kind: 'own-and-attributed'; userId: string; teamIds: readonly string[] };

export function visibilityOf(principal: Principal): Visibility {
  if (principal.kind === 'key' || principal.permissions.has('conversations:read-all')) return { kind: 'all' };
  const advises = principal.roles.includes('advisor');
  const markets = principal.roles.includes('marketing');
  if (advises && markets) return { kind: 'own-and-attributed', userId: principal.id, teamIds: principal.teamIds };
  return markets ? { kind: 'attributed' } : { kind: 'own', userId: principal.id, teamIds: principal.teamIds };
}

export interface Belonging {
  assigneeId: string | null;
  teamId: string | null;
  sourceNetwork: string | null;
}

const attributed = ({ sourceNetwork }: Belonging): boolean => sourceNetwork !== null && sourceNetwork !== 'direct';

export function maySee(visibility: Visibility, conversation: Belonging): boolean {
  if (visibility.kind === 'all') return true;
  if (visibility.kind === 'attributed') return attributed(conversation);
  const own =
    conversation.assigneeId === visibility.userId ||
    (conversation.teamId !== null && visibility.teamIds.includes(conversation.teamId)) ||
    (conversation.assigneeId === null && conversation.teamId === null);
  return own || (visibility.kind === 'own-and-attributed' && attributed(conversation));
}

/** By whoever asks of something that belongs to a conversation: what else a key holds opens none. */
export const mayRead = (reader: Principal, conversation: Belonging): boolean =>
  can(reader, 'conversations:read') && maySee(visibilityOf(reader), conversation);

/** The room of the sockets that have a conversation open. */
export const openRoomOf = (conversationId: string): string => `conversation:${conversationId}`;

/** The rooms whose sockets may see a conversation: the same rule, from the other side. */
export function roomsFor({ assigneeId, teamId, sourceNetwork }: Belonging): string[] {
  const rooms = ['inbox:all'];
  if (assigneeId) rooms.push(`user:${assigneeId}`);
  if (teamId) rooms.push(`team:${teamId}`);
  if (!assigneeId && !teamId) rooms.push('inbox:unassigned');
  if (attributed({ assigneeId, teamId, sourceNetwork })) rooms.push('inbox:attributed');
  return rooms;
}

import { can, hasRole, type Principal } from './principal.js';

/** The rooms that somebody may hear; sockets join no others. `session:` and `key:` rooms exist to be cut. */
export function roomsOf(principal: Principal, sessionId?: string): string[] {
  const personal =
    principal.kind === 'user' ? [`user:${principal.id}`, ...principal.teamIds.map((id) => `team:${id}`)] : [];
  const hearing = [...personal, ...inboxesOf(principal)];
  const rooms = [principal.kind === 'user' ? 'everyone' : `key:${principal.id}`, ...hearing];
  if (sessionId) rooms.push(`session:${sessionId}`);
  if (can(principal, 'leads:read') && can(principal, 'leads:read-all')) rooms.push('leads:all');
  if (can(principal, 'assistant:use')) rooms.push(...hearing.map(assistantRoomOf));
  return rooms;
}

/** Where those of a conversation's room listen who may also use the assistant. */
export const assistantRoomOf = (room: string): string => `assistant:${room}`;

function inboxesOf(principal: Principal): string[] {
  if (!can(principal, 'conversations:read')) return [];
  const inboxes: string[] = [];
  if (can(principal, 'conversations:read-all')) inboxes.push('inbox:all');
  if (hasRole(principal, 'advisor')) inboxes.push('inbox:unassigned');
  if (hasRole(principal, 'marketing')) inboxes.push('inbox:attributed');
  return inboxes;
}

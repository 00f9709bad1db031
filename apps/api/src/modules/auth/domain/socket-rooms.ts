import { can, hasRole, type Principal } from './principal.js';

/** The rooms that somebody may hear; sockets join no others. `session:` and `key:` rooms exist to be cut. */
export function roomsOf(principal: Principal, sessionId?: string): string[] {
  const rooms = principal.kind === 'user' ? ['everyone', `user:${principal.id}`, ...principal.teamIds.map((id) => `team:${id}`)] : [`key:${principal.id}`];
  if (sessionId) rooms.push(`session:${sessionId}`);
  if (can(principal, 'conversations:read') && can(principal, 'conversations:read-all')) rooms.push('inbox:all');
  if (can(principal, 'conversations:read') && hasRole(principal, 'advisor')) rooms.push('inbox:unassigned');
  if (can(principal, 'conversations:read') && hasRole(principal, 'marketing')) rooms.push('inbox:attributed');
  if (can(principal, 'leads:read') && can(principal, 'leads:read-all')) rooms.push('leads:all');
  return rooms;
}

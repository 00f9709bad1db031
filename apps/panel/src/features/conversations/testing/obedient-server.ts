import type { Conversation } from '../model/conversation';
import type { Inbox } from './open-inbox';

export const COLLEAGUES = [
  {
    id: 'u3',
    name: 'Lucía Mora',
    initials: 'LM',
    presence: 'away',
    roles: ['advisor'],
    teams: [{ id: 't1', name: 'Ventas' }],
  },
  { id: 'u2', name: 'Mateo Vera', initials: 'MV', presence: 'online', roles: ['advisor'], teams: [] },
];
const TEAMS = [{ id: 't1', name: 'Ventas', memberIds: [] }];
export const mateo = { id: 'u2', name: 'Mateo Vera', initials: 'MV' };

/** A server that does what it is told, one version on. */
export const obeys =
  (given: Conversation): NonNullable<Inbox['answer']> =>
  ({ method, path, body }) => {
    const change = body as Record<string, unknown>;
    if (path === '/users') return { body: { data: COLLEAGUES, nextCursor: null } };
    if (path === '/teams') return { body: { data: TEAMS, nextCursor: null } };
    if (path.endsWith('/assistant')) {
      const { mode = given.assistantMode, ...state } = change;
      return {
        body: { ...given, version: 2, assistantMode: mode, assistantState: { ...given.assistantState, ...state } },
      };
    }
    if (path.endsWith('/claim'))
      return {
        body: {
          ...given,
          version: 2,
          assignee: { id: 'u1', name: 'Paula Ríos', initials: 'PR' },
          assistantState: { ...given.assistantState, owner: 'person' },
        },
      };
    if (path.endsWith('/assign')) {
      const person = [...COLLEAGUES, { id: 'u1', name: 'Paula Ríos', initials: 'PR' }].find(
        ({ id }) => id === change['assigneeId'],
      );
      return {
        body: {
          ...given,
          version: 2,
          assignee: person ?? null,
          team: TEAMS.find(({ id }) => id === change['teamId']) ?? null,
        },
      };
    }
    return method === 'PATCH' ? { body: { ...given, version: 2, ...change } } : undefined;
  };

import type { Me, Preferences } from '../app/session';

type Over = Partial<Omit<Me, 'preferences'>> & { preferences?: Partial<Preferences> };

/** Paula, an advisor who has changed nothing, as `GET /me` tells of her; only what matters is said. */
export function aMe({ preferences, ...over }: Over = {}): Me {
  return {
    id: 'u1',
    name: 'Paula Ríos',
    initials: 'PR',
    email: 'paula@example.com',
    roles: ['advisor'],
    permissions: ['conversations:read', 'leads:read', 'links:read', 'simulator:use'],
    teams: [],
    presence: 'online',
    preferences: {
      language: null,
      theme: 'system',
      sound: true,
      soundVolume: 70,
      soundScope: 'unassigned',
      desktopNotifications: false,
      enterSends: true,
      undoSendSeconds: 3,
      shortcuts: true,
      ...preferences,
    },
    ...over,
  };
}

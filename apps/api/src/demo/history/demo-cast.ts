import type { ChannelCard } from '../../modules/channels/index.js';
import { type Role, permissionsOf, type UserPrincipal } from '../../modules/auth/index.js';
import type { DemoCustomer, DemoLink } from './demo-data.js';
import type { Dialogue } from './plan-dialogue.js';

export interface DemoUser {
  key: string;
  id: string;
  name: string;
  roles: readonly Role[];
}

/** Where a dialogue has come to. */
export interface Scene {
  dialogue: Dialogue;
  customer: DemoCustomer;
  conversationId: string | null;
  contactId: string | null;
  /** Our ids of its messages, by their index. */
  messageIds: Map<number, string>;
  /** The code that the customer carries from a link. */
  claimCode: string | null;
  answered: boolean;
}

export interface MadeLink extends DemoLink {
  id: string;
  itemId: string;
  itemName: string;
}

/** Everybody and everything that the scripts name. */
export interface DemoCast {
  channel: ChannelCard;
  timeZone: string;
  users: ReadonlyMap<string, UserPrincipal>;
  links: ReadonlyMap<string, MadeLink>;
  scenes: ReadonlyMap<string, Scene>;
}

export const principalOf = ({ id, name, roles }: DemoUser, teamId: string): UserPrincipal => ({
  kind: 'user',
  id,
  name,
  roles,
  teamIds: roles.includes('advisor') ? [teamId] : [],
  permissions: new Set(permissionsOf(roles)),
});

/** The thing of that name. @throws when the scripts name nobody */
export function named<K extends string | number, T>(from: ReadonlyMap<K, T>, key: K): T {
  const found = from.get(key);
  if (found === undefined) throw new Error(`the demo knows no ${key}`);
  return found;
}

/** The conversation of a scene. @throws before its first message */
export function conversationOf(scene: Scene): string {
  if (!scene.conversationId) throw new Error(`${scene.dialogue.key}: nothing was said yet`);
  return scene.conversationId;
}

/** The provider's id of a message, the same every time. */
export const providerIdOf = (dialogue: string, index: number): string => `wamid.DEMO.${dialogue}.${index}`;

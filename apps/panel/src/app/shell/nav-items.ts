import { Inbox, Link2, Package, Settings, Smartphone, SquareKanban, type LucideIcon } from 'lucide-react';
import type { Permission } from '../permission';

export type NavId = 'conversations' | 'leads' | 'links' | 'catalogue' | 'simulator' | 'settings';

export interface NavItem {
  id: NavId;
  to: '/bandeja' | '/leads' | '/enlaces' | '/catalogo' | '/simulador' | '/ajustes';
  icon: LucideIcon;
  /** None: everybody has some of it, e.g. their own profile. */
  permission: Permission | null;
  shortcut: string;
}

/** The screens of the rail, in order. */
export const NAV_ITEMS: readonly NavItem[] = [
  { id: 'conversations', to: '/bandeja', icon: Inbox, permission: 'conversations:read', shortcut: 'g b' },
  { id: 'leads', to: '/leads', icon: SquareKanban, permission: 'leads:read', shortcut: 'g l' },
  { id: 'links', to: '/enlaces', icon: Link2, permission: 'links:read', shortcut: 'g e' },
  { id: 'catalogue', to: '/catalogo', icon: Package, permission: 'catalogue:read', shortcut: 'g c' },
  { id: 'simulator', to: '/simulador', icon: Smartphone, permission: 'simulator:use', shortcut: 'g s' },
  { id: 'settings', to: '/ajustes', icon: Settings, permission: null, shortcut: 'g j' },
];

/** What this person may open; the simulator only while a sandbox channel exists. */
export function allowedItems(permissions: readonly Permission[], sandbox: boolean): NavItem[] {
  return NAV_ITEMS.filter(
    ({ id, permission }) =>
      (permission === null || permissions.includes(permission)) && (id !== 'simulator' || sandbox),
  );
}

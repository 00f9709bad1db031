import type { Permission } from '../../../app/permission';

/** The parts of the settings by their address, and what each asks for; none: everybody has it. */
export const SECTIONS = [
  { id: 'perfil', permission: null },
  { id: 'canales', permission: 'webhook-events:read' },
  { id: 'usuarios', permission: 'users:manage' },
  { id: 'equipos', permission: 'users:manage' },
  { id: 'reparto', permission: 'settings:manage' },
  { id: 'claves-api', permission: 'keys:manage' },
  { id: 'negocio', permission: 'settings:manage' },
  { id: 'estado', permission: 'system:read' },
  { id: 'auditoria', permission: 'audit:read' },
] as const satisfies readonly { id: string; permission: Permission | null }[];

export type SectionId = (typeof SECTIONS)[number]['id'];

export const sectionOf = (id: string): (typeof SECTIONS)[number] | undefined => SECTIONS.find((one) => one.id === id);

export const allowedSections = (permissions: readonly Permission[]): (typeof SECTIONS)[number][] =>
  SECTIONS.filter(({ permission }) => permission === null || permissions.includes(permission));

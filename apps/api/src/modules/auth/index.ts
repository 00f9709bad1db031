export { AuthModule } from './auth.module.js';
export { GRANTS, isPermission, PERMISSIONS, permissionsOf, ROLES, type Permission, type Role } from './domain/permissions.js';
export { can, hasRole, type KeyPrincipal, type Principal, type UserPrincipal } from './domain/principal.js';
export { initialsOf, type Assignee, type Person, type Presence } from './domain/person.js';
export { Permit, Personal, Public, SignedIn } from './http/route-access.js';
export { CurrentPrincipal, CurrentUser } from './http/current-principal.js';
export { AuditTrail, type AuditTarget } from './services/audit-trail.js';
export { People } from './services/people.js';

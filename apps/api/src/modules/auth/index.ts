export { AuthModule } from './auth.module.js';
export { AuthHttpModule } from './auth-http.module.js';
export { AuthWorkerModule } from './auth-worker.module.js';
export {
  GRANTS,
  isPermission,
  PERMISSIONS,
  permissionsOf,
  ROLES,
  type Permission,
  type Role,
} from './domain/permissions.js';
export { can, hasRole, type KeyPrincipal, type Principal, type UserPrincipal } from './domain/principal.js';
export { assistantRoomOf, roomsOf } from './domain/socket-rooms.js';
export { initialsOf, type Assignee, type Person, type Presence } from './domain/person.js';
export { Permit, Personal, Public, SignedIn } from './http/route-access.js';
export { CurrentPrincipal, CurrentUser } from './http/current-principal.js';
export { RoutePermissions, type RoutePermission } from './http/route-permissions.js';
export { ApiKeys, type NewApiKey } from './services/api-keys.js';
export { AuditTrail, type AuditTarget } from './services/audit-trail.js';
export { Bootstrap, type FirstAdministrator } from './services/bootstrap.js';
export { CreateUser, type NewUser } from './services/create-user.js';
export { People } from './services/people.js';
export { Teams } from './services/teams.js';

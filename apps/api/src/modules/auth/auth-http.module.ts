import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { SocketAdmission } from '../../platform/realtime/socket-admission.js';
import { AuthModule } from './auth.module.js';
import { AdmitPeopleAndKeys } from './gateway/admit-people-and-keys.js';
import { AccessGuard } from './http/access.guard.js';
import { ApiKeysController } from './http/api-keys.controller.js';
import { AuditController } from './http/audit.controller.js';
import { AuthController } from './http/auth.controller.js';
import { MeController } from './http/me.controller.js';
import { RoutePermissions } from './http/route-permissions.js';
import { TeamsController } from './http/teams.controller.js';
import { UserPresenter } from './http/user-presenter.js';
import { UsersController } from './http/users.controller.js';
import { ApiKeys } from './services/api-keys.js';
import { AuditLog } from './services/audit-log.js';
import { Authenticator } from './services/authenticator.js';
import { ChangePassword } from './services/change-password.js';
import { ChangeUser } from './services/change-user.js';
import { CredentialCheck } from './services/credential-check.js';
import { EndSessions } from './services/end-sessions.js';
import { OpenSession } from './services/open-session.js';
import { OwnSessions } from './services/own-sessions.js';
import { Presences } from './services/presences.js';
import { Profile } from './services/profile.js';
import { RenewPassword } from './services/renew-password.js';
import { RequestBudget } from './services/request-budget.js';
import { SignIn } from './services/sign-in.js';
import { Teams } from './services/teams.js';
import { UserDirectory } from './services/user-directory.js';

const SIGN_IN = [SignIn, CredentialCheck, OpenSession, OwnSessions, EndSessions, ChangePassword, RenewPassword];
const PEOPLE = [ChangeUser, UserDirectory, Teams, Profile, Presences, UserPresenter];
const ACCESS = [Authenticator, RequestBudget, ApiKeys, AuditLog, RoutePermissions];

@Module({
  imports: [AuthModule, DiscoveryModule],
  controllers: [AuthController, MeController, UsersController, TeamsController, ApiKeysController, AuditController],
  providers: [
    ...SIGN_IN,
    ...PEOPLE,
    ...ACCESS,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: SocketAdmission, useClass: AdmitPeopleAndKeys },
  ],
  exports: [SocketAdmission, RoutePermissions, ApiKeys, Teams],
})
export class AuthHttpModule {}

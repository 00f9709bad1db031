import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKey } from './persistence/api-key.entity.js';
import { ApiKeyRows } from './persistence/api-keys.repository.js';
import { Session } from './persistence/session.entity.js';
import { SessionRows } from './persistence/sessions.repository.js';
import { Team } from './persistence/team.entity.js';
import { TeamRows } from './persistence/teams.repository.js';
import { User } from './persistence/user.entity.js';
import { Users } from './persistence/users.repository.js';
import { AuditTrail } from './services/audit-trail.js';
import { Bootstrap } from './services/bootstrap.js';
import { CreateUser } from './services/create-user.js';
import { Emails } from './services/emails.js';
import { Passwords } from './services/passwords.js';
import { People } from './services/people.js';

const ROWS = [Users, TeamRows, SessionRows, ApiKeyRows];

@Module({
  imports: [TypeOrmModule.forFeature([User, Team, Session, ApiKey])],
  providers: [...ROWS, AuditTrail, People, Bootstrap, CreateUser, Emails, Passwords],
  exports: [...ROWS, AuditTrail, People, Bootstrap, CreateUser, Emails, Passwords],
})
export class AuthModule {}

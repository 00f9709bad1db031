import { Injectable } from '@nestjs/common';
import { invalidField, notFound } from '../../../platform/http/domain-error.js';
import { tooManyTries, weakPassword } from '../auth.errors.js';
import { judgePassword } from '../domain/password-rules.js';
import type { UserPrincipal } from '../domain/principal.js';
import { Users } from '../persistence/users.repository.js';
import { CredentialCheck } from './credential-check.js';
import { Emails } from './emails.js';
import { RenewPassword } from './renew-password.js';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly users: Users,
    private readonly credentials: CredentialCheck,
    private readonly renew: RenewPassword,
    private readonly emails: Emails,
  ) {}

  /** Ends every other session of the person. Returns how many. */
  async change(
    by: UserPrincipal,
    sessionId: string | undefined,
    { currentPassword, newPassword }: PasswordChange,
  ): Promise<number> {
    const user = await this.users.byId(by.id);
    if (!user) throw notFound('user');
    const checked = await this.credentials.confirm(user, currentPassword);
    if (checked.kind === 'throttled') throw tooManyTries(checked.retryAfterS);
    if (checked.kind === 'refused') throw invalidField('/currentPassword', 'is not your password');
    const verdict = judgePassword(newPassword, { email: this.emails.open(user.emailSealed), name: user.name });
    if (!verdict.ok) throw weakPassword('/newPassword', verdict.reason);
    return this.renew.renew(by, sessionId, newPassword);
  }
}

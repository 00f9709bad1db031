import { Injectable } from '@nestjs/common';
import { CredentialCheck } from './credential-check.js';
import { OpenSession } from './open-session.js';

export interface SignInAttempt {
  email: string;
  password: string;
  address: string;
  userAgent: string;
}

export type SignInOutcome =
  | { kind: 'signed-in'; token: string; userId: string; sessionId: string }
  | { kind: 'refused' }
  | { kind: 'throttled'; retryAfterS: number };

@Injectable()
export class SignIn {
  constructor(
    private readonly credentials: CredentialCheck,
    private readonly sessions: OpenSession,
  ) {}

  /** Who is unknown, who has left and who mistyped get the same answer, after the same work. */
  async attempt({ email, password, address, userAgent }: SignInAttempt): Promise<SignInOutcome> {
    const checked = await this.credentials.check(email, password, address);
    if (checked.kind !== 'matches') return checked;
    return { kind: 'signed-in', ...(await this.sessions.open(checked.user, address, userAgent)) };
  }
}

import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** argon2id with the library's defaults: 19 MiB, two passes, one lane (OWASP). */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password);
  }

  /** Without a hash (nobody has that e-mail) it works as long and says no, so that the time tells nothing. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    if (passwordHash !== undefined) return verify(passwordHash, password);
    this.decoy ??= hash(randomBytes(24).toString('base64'));
    await verify(await this.decoy, password);
    return false;
  }
}

import { Injectable } from '@nestjs/common';
import { Encryption } from '../../../platform/encryption/encryption.js';

/** Users' e-mails: sealed at rest, found by a keyed hash that ignores case. */
@Injectable()
export class Emails {
  constructor(private readonly encryption: Encryption) {}

  index(email: string): string {
    return this.encryption.blindIndex('user-email', normal(email));
  }

  seal(email: string): string {
    return this.encryption.encrypt(normal(email));
  }

  open(sealed: string): string {
    return this.encryption.decrypt(sealed);
  }
}

const normal = (email: string): string => email.trim().toLowerCase();

import { Injectable } from '@nestjs/common';
import { Encryption } from '../../../platform/encryption/encryption.js';

/** Ways to reach a person. What else a customer says of himself stays readable, as the message it was read from does. */
const PERSONAL: ReadonlySet<string> = new Set(['email', 'phone']);

/** Slots as a row keeps them: what reaches a person is one sealed text beside the rest. */
@Injectable()
export class SealedSlots {
  constructor(private readonly encryption: Encryption) {}

  seal(slots: object): object {
    const [personal, open] = [ofKind(slots, true), ofKind(slots, false)];
    return Object.keys(personal).length === 0 ? open : { ...open, sealed: this.encryption.encryptJson(personal) };
  }

  /** @throws when the sealed part was altered or its key is not known. */
  open<S extends object>(stored: S & { sealed?: string }): S {
    const { sealed, ...open } = stored;
    return { ...open, ...(sealed === undefined ? {} : (this.encryption.decryptJson(sealed) as object)) } as S;
  }
}

const ofKind = (slots: object, personal: boolean): object =>
  Object.fromEntries(Object.entries(slots).filter(([name]) => PERSONAL.has(name) === personal));

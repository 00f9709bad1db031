import { Injectable } from '@nestjs/common';
import { isE164, phoneVariants } from '@hilo/phone-number';
import { Encryption } from '../../../platform/encryption/encryption.js';
import type { ResolveSender } from '../contacts.types.js';
import type { ContactIdentity } from '../domain/channel-address.js';
import { readableName } from '../domain/identify-sender.js';
import type { KnownSender, LookupKey } from '../domain/sender-groups.js';

/** Countries where the other spelling of a mobile number is the same line for certain: Brazil's ninth digit, Mexico's old 1. */
const CERTAIN = /^\+5[25]/;

/** Turns what a provider tells of a sender into keyed hashes to look up by. */
@Injectable()
export class SenderKeys {
  constructor(private readonly encryption: Encryption) {}

  /** @throws when there is nothing to know the sender by. */
  of(sender: ResolveSender): KnownSender {
    const phone = sender.phone !== undefined && isE164(sender.phone) ? sender.phone : undefined;
    const own = [
      ...sender.identities.map((identity) => this.identity(identity)),
      ...(phone === undefined ? [] : [this.phone(phone)]),
    ];
    if (own.length === 0) throw new Error(`sender ${sender.key} has neither an identity nor a phone`);
    const variants =
      phone === undefined
        ? []
        : phoneVariants(phone)
            .slice(1)
            .map((variant) => this.phone(variant));
    const certain = phone !== undefined && CERTAIN.test(phone);
    const name = readableName(sender.name);
    const username = readableName(sender.username);
    return {
      key: sender.key,
      channelKind: sender.channelKind,
      own,
      alike: certain ? variants : [],
      perhaps: certain ? [] : variants,
      ...(phone === undefined ? {} : { phone }),
      ...(name === undefined ? {} : { name }),
      ...(username === undefined ? {} : { username }),
    };
  }

  identity({ kind, value }: ContactIdentity): LookupKey {
    return { kind, value, hash: this.encryption.blindIndex(`identity:${kind}`, value) };
  }

  phone(e164: string): LookupKey {
    return { kind: 'phone', value: e164, hash: this.encryption.blindIndex('identity:phone', e164) };
  }

  /** A phone as it is found: itself first, then the spellings that are the same line for certain. */
  phoneLine(e164: string): LookupKey[] {
    return (CERTAIN.test(e164) ? phoneVariants(e164) : [e164]).map((spelling) => this.phone(spelling));
  }

  email(address: string): string {
    return this.encryption.blindIndex('email', address.trim().toLowerCase());
  }
}

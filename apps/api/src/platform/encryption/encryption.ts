import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ENCRYPTION_KEYS_FORM, readEncryptionKeys } from '../config/encryption-keys.js';
import { InvalidEnvironment } from '../config/env.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FEWEST_DIGITS = 4;
const MOST_DIGITS = 10;

/**
 * AES-256-GCM under a versioned key, and keyed hashes to look sealed values up by.
 * Keys: `v2:<base64 of 32 bytes>,v1:<…>`; the first seals, all open.
 */
@Injectable()
export class Encryption {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: string;
  private readonly indexKey: Buffer;

  constructor(config: Config) {
    const keys = readEncryptionKeys(config.secrets.encryptionKeys);
    if (!keys) throw new InvalidEnvironment([ENCRYPTION_KEYS_FORM]);
    this.keys = keys;
    this.current = [...this.keys.keys()][0] ?? '';
    this.indexKey = Buffer.from(config.secrets.blindIndexKey, 'base64');
  }

  encrypt(plain: string): string {
    return this.encryptBytes(Buffer.from(plain, 'utf8'));
  }

  encryptBytes(plain: Uint8Array): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.current), nonce);
    const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return `${this.current}.${sealed.toString('base64url')}`;
  }

  /** @throws when the text was altered or its key is not known. */
  decrypt(sealed: string): string {
    return this.decryptBytes(sealed).toString('utf8');
  }

  /** @throws when the text was altered or its key is not known. */
  decryptBytes(sealed: string): Buffer {
    const dot = sealed.indexOf('.');
    const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
    const opener = createDecipheriv('aes-256-gcm', this.key(sealed.slice(0, dot)), bytes.subarray(0, NONCE_BYTES));
    opener.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([opener.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), opener.final()]);
  }

  /** Any JSON value as one sealed text; undefined becomes null. */
  encryptJson(value: unknown): string {
    return this.encrypt(JSON.stringify(value ?? null));
  }

  /** @throws when the text was altered or its key is not known. */
  decryptJson(sealed: string): unknown {
    return JSON.parse(this.decrypt(sealed));
  }

  /** Equal values of one scope have equal indexes; nothing else can be told from them. */
  blindIndex(scope: string, value: string): string {
    return createHmac('sha256', this.indexKey).update(`${scope}\0${value}`).digest('base64url');
  }

  /** Indexes of a phone's last 4 to 10 digits, so that any ending finds it: whole numbers in decimal, small enough for a bigint. */
  phoneIndexes(phone: string): string[] {
    const digits = phone.replace(/\D/g, '');
    const lengths = Array.from({ length: MOST_DIGITS - FEWEST_DIGITS + 1 }, (_, index) => FEWEST_DIGITS + index);
    return lengths.filter((length) => length <= digits.length).map((length) => this.endingIndex(digits.slice(-length)));
  }

  /** The index to look for when somebody typed part of a phone; undefined when it is too short to tell. */
  phoneSearchIndex(typed: string): string | undefined {
    const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
    return digits.length < FEWEST_DIGITS ? undefined : this.endingIndex(digits.slice(-MOST_DIGITS));
  }

  private endingIndex(digits: string): string {
    return (
      createHmac('sha256', this.indexKey).update(`phone-digits\0${digits}`).digest().readBigUInt64BE(0) >> 1n
    ).toString();
  }

  private key(version: string): Buffer {
    const key = this.keys.get(version);
    if (!key) throw new Error(`no encryption key ${version}`);
    return key;
  }
}

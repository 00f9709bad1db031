import { digitsOf, type WhatsAppAccount } from '../account.js';
import { PlayedNumber, type Wiring } from './played-number.js';

/** What the product says of one of its numbers. What is null stays as it was. */
export interface Introduction {
  phoneNumberId: string;
  wabaId: string | null;
  displayNumber: string | null;
  name: string | null;
  appSecret: string;
  accessToken: string;
  verifyToken: string | null;
  webhookUrl: string | null;
  primary: boolean | null;
}

/** Every number that the simulator plays: the environment's, and those it was told of, in that order. */
export class PlayedNumbers {
  private readonly byId = new Map<string, PlayedNumber>();

  constructor(
    private readonly first: WhatsAppAccount,
    private readonly callbackUrl: string,
    private readonly wiring: Wiring,
  ) {
    this.byId.set(first.phoneNumberId, new PlayedNumber({ ...first }, callbackUrl, wiring));
  }

  /** Plays a number from now on, or takes what is new about it. */
  introduce(about: Introduction): PlayedNumber {
    const known = this.byId.get(about.phoneNumberId);
    const number = known ?? this.unknown(about);
    const { account, courier } = number;
    Object.assign(account, {
      businessAccountId: about.wabaId ?? account.businessAccountId,
      displayNumber: about.displayNumber ?? account.displayNumber,
      accessToken: about.accessToken,
      appSecret: about.appSecret,
      verifyToken: about.verifyToken ?? account.verifyToken,
    });
    if (about.webhookUrl !== null) courier.settle(about.webhookUrl);
    number.name = about.name ?? number.name;
    number.primary = about.primary ?? number.primary;
    if (!number.told) {
      // The environment's number takes its turn among those that were told.
      this.byId.delete(number.id);
      this.byId.set(number.id, number);
      number.told = true;
    }
    return number;
  }

  get(phoneNumberId: string): PlayedNumber | undefined {
    return this.byId.get(phoneNumberId);
  }

  /** The numbers of the product; the environment's is one of them until another was told. */
  listed(): PlayedNumber[] {
    const all = this.all();
    const told = all.filter((number) => number.told);
    return told.length > 0 ? told : all;
  }

  /** Whom customers write to when they name no number. */
  usual(): PlayedNumber {
    const listed = this.listed();
    const number = listed.find(({ primary }) => primary) ?? listed[0];
    if (number === undefined) throw new Error('A simulator plays at least one number.');
    return number;
  }

  /** The number that people dial by these digits; the usual one before others that show the same. */
  dialled(digits: string): PlayedNumber | undefined {
    return [this.usual(), ...this.listed()].find(({ account }) => digitsOf(account.displayNumber) === digits);
  }

  /** The numbers of a business account. */
  ofAccount(businessAccountId: string): PlayedNumber[] {
    const of = ({ account }: PlayedNumber): boolean => account.businessAccountId === businessAccountId;
    const listed = this.listed().filter(of);
    return listed.length > 0 ? listed : this.all().filter(of);
  }

  /** The numbers that an access token speaks for. */
  holders(accessToken: string): PlayedNumber[] {
    return this.all().filter(({ account }) => account.accessToken === accessToken);
  }

  all(): PlayedNumber[] {
    return [...this.byId.values()];
  }

  private unknown({ phoneNumberId, appSecret, accessToken }: Introduction): PlayedNumber {
    const account = { ...this.first, phoneNumberId, appSecret, accessToken, displayNumber: `+${phoneNumberId}` };
    const number = new PlayedNumber(account, this.callbackUrl, this.wiring);
    this.byId.set(phoneNumberId, number);
    return number;
  }
}

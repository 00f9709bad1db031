import { z } from 'zod';

const count = z.int().min(1).max(1_000_000);

/** What goes wrong with calls to the Graph API, and with how many of them. */
const faultSchema = z.strictObject({
  kind: z.enum(['429', '500', '503', 'reset', 'hang', 'garbage', 'accept-then-timeout']),
  on: z.enum(['messages', 'media', 'templates', 'all']).default('messages'),
  /** How many calls; absent: until the switch is cleared. */
  count: count.optional(),
  /** The share of calls hit, evenly spread. */
  share: z.number().gt(0).max(1).default(1),
  retryAfterS: z.int().min(0).max(86_400).default(2),
  hangMs: z.int().min(0).max(600_000).default(30_000),
});

/** The next `count` messages to a number (or to anybody) end with an error code: at once in the answer, or later as a failed status. */
const refusalSchema = z.strictObject({
  to: z.string().min(1).nullable().default(null),
  code: z.int().min(0).max(9_999_999),
  count: count.default(1),
  at: z.enum(['answer', 'status']).default('answer'),
});

const schema = z.strictObject({
  statuses: z.enum(['on', 'off', 'shuffled', 'duplicated', 'delayed']).default('on'),
  /** Wait before the first status while `statuses` is `delayed`. */
  statusDelayMs: z.int().min(0).max(600_000).default(5000),
  /** Customers read what arrives without their chat being opened. */
  autoRead: z.boolean().default(false),
  /** Where a free-form message outside the 24 h is refused; `off` for rigs whose inbound messages did not come from here. */
  windowRule: z.enum(['answer', 'status', 'off']).default('answer'),
  templateReview: z.enum(['approve', 'reject', 'manual']).default('approve'),
  tokenExpired: z.boolean().default(false),
  /** Messages a second of the number, else 130429; null: none. */
  throughputPerSecond: z.int().min(1).nullable().default(null),
  /** 45 messages in 6 s to one person, else 131056. */
  pairRate: z.boolean().default(false),
  fault: faultSchema.nullable().default(null),
  refusals: z.array(refusalSchema).max(1000).default([]),
  webhooks: z.enum(['on', 'off', 'held']).default('on'),
  /** How often every webhook is sent. */
  webhookCopies: z.int().min(1).max(10).default(1),
  /** Most updates in one webhook while the product is slower than the world. */
  batchMax: z.int().min(1).max(1000).default(10),
  badSignature: z.boolean().default(false),
});

const patchSchema = schema.partial().extend({ failNextDelivery: z.int().min(0).optional() });

export type SwitchState = z.output<typeof schema>;
export type Fault = NonNullable<SwitchState['fault']>;
export type FaultTarget = Exclude<Fault['on'], 'all'>;

/** The simulator's misbehaviour. Counted faults wear off by use. */
export class Switches {
  private current: SwitchState = schema.parse({});
  private owed = 0;

  get state(): Readonly<SwitchState> {
    return this.current;
  }

  /** Sets the given switches and leaves the others. `failNextDelivery: code` adds a refusal at the status. @throws ZodError for unknown switches or values. */
  change(patch: unknown): Readonly<SwitchState> {
    const { failNextDelivery, ...given } = patchSchema.parse(patch);
    const named = Object.fromEntries(Object.entries(given).filter(([key]) => key in (patch as object)));
    this.current = schema.parse({ ...this.current, ...named });
    if (failNextDelivery !== undefined)
      this.current.refusals.push({ to: null, code: failNextDelivery, count: 1, at: 'status' });
    if (given.fault !== undefined) this.owed = 0;
    return this.current;
  }

  reset(): void {
    this.current = schema.parse({});
    this.owed = 0;
  }

  /** The fault that this call meets, if any; a counted one is used up by it. */
  takeFault(target: FaultTarget): Fault | undefined {
    const { fault } = this.current;
    if (fault === null || (fault.on !== 'all' && fault.on !== target)) return undefined;
    this.owed += fault.share;
    // Shares such as 0.1 do not add up to exactly 1.
    if (this.owed < 1 - 1e-9) return undefined;
    this.owed -= 1;
    if (fault.count !== undefined) this.current.fault = fault.count > 1 ? { ...fault, count: fault.count - 1 } : null;
    return fault;
  }

  /** The error code meant for the next message to this person (phone digits or scoped id), used up by the call. */
  takeRefusal(at: 'answer' | 'status', person: readonly (string | null)[]): number | undefined {
    const { refusals } = this.current;
    const index = refusals.findIndex((each) => each.at === at && (each.to === null || person.includes(plain(each.to))));
    const found = refusals[index];
    if (found === undefined) return undefined;
    if (found.count > 1) found.count -= 1;
    else refusals.splice(index, 1);
    return found.code;
  }
}

const plain = (to: string): string => (/^[A-Z]{2}\./.test(to) ? to : to.replace(/\D/g, ''));

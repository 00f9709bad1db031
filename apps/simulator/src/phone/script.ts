import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { PlayedNumber } from '../whatsapp/numbers/played-number.js';
import type { World } from '../world.js';
import { clickLink } from './click-link.js';
import type { Customer } from './customers.js';
import { numberNamed } from './number-routes.js';
import { openChat } from './open-chat.js';
import { phoneMessageSchema } from './phone-message.js';
import { writeMessage } from './write-message.js';

/** `number`: the phone number id they write to; absent: the usual one. */
const who = { customer: z.string().min(1).max(200), number: z.string().max(30).optional() };

export const newCustomerSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    phone: z
      .string()
      .regex(/^\+?[\d\s().-]{7,25}$/)
      .optional(),
    username: z
      .string()
      .regex(/^@?[a-z0-9._]{3,35}$/i)
      .optional(),
    label: z.string().max(100).optional(),
  })
  .refine(({ phone, username }) => phone !== undefined || username !== undefined, {
    error: 'A phone or a username is required.',
  });

/** One deed of a person, as recorded and replayed. */
export const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('customer'), afterMs: z.number().optional(), with: newCustomerSchema }),
  z.strictObject({ do: z.literal('message'), afterMs: z.number().optional(), ...who, with: phoneMessageSchema }),
  z.strictObject({ do: z.literal('open'), afterMs: z.number().optional(), ...who }),
  z.strictObject({
    do: z.literal('click'),
    afterMs: z.number().optional(),
    ...who,
    with: z.strictObject({ url: z.string().min(1).max(2000), send: z.boolean().default(false) }),
  }),
  z.strictObject({
    do: z.literal('clock'),
    afterMs: z.number().optional(),
    with: z.strictObject({
      advanceMs: z
        .number()
        .min(0)
        .max(366 * 86_400_000),
    }),
  }),
]);

export type Step = z.output<typeof stepSchema>;

export type StepResult = { done: unknown } | { unknown: 'customer' | 'number' };

const KEPT_STEPS = 1000;
const KEPT_FILE = 200_000;

/** Does what people do, and remembers it so that it can be done again. */
export class PhoneScript {
  private recorded: Step[] = [];
  private lastAt = performance.now();

  constructor(private readonly world: World) {}

  /** Carries a step out and records it. */
  async perform(step: Step): Promise<StepResult> {
    const result = await this.carryOut(step);
    if ('done' in result) this.record(step);
    return result;
  }

  /** Carries steps out in order; with `pace: 'recorded'` as slowly as they were recorded. Stops at the first that cannot be done. */
  async replay(steps: readonly Step[], pace: 'recorded' | 'fast'): Promise<StepResult[]> {
    const results: StepResult[] = [];
    for (const step of steps) {
      if (pace === 'recorded') await pause(Math.min(step.afterMs ?? 0, 60_000));
      const result = await this.carryOut(step);
      results.push(result);
      if ('unknown' in result) break;
    }
    return results;
  }

  steps(): readonly Step[] {
    return this.recorded;
  }

  clear(): void {
    this.recorded = [];
    this.lastAt = performance.now();
  }

  private async carryOut(step: Step): Promise<StepResult> {
    const { world } = this;
    if (step.do === 'customer') {
      const customer = world.customers.add(step.with);
      world.changes.publish('customer', customer.id, {});
      return { done: customer };
    }
    if (step.do === 'clock') {
      world.clock.advance(step.with.advanceMs);
      world.changes.publish('clock', null, { offsetMs: world.clock.offsetMs() });
      return { done: { offsetMs: world.clock.offsetMs(), now: world.clock.iso() } };
    }
    const customer = world.customers.find(step.customer);
    if (customer === undefined) return { unknown: 'customer' };
    const number = numberNamed(world, step.number);
    if (number === undefined) return { unknown: 'number' };
    const chat = world.customers.chat(customer, number.id);
    if (step.do === 'message') return { done: await writeMessage(world, number, chat, step.with) };
    if (step.do === 'open') return { done: { read: openChat(world, number, chat) } };
    return { done: await this.click(customer, step.number === undefined ? undefined : number, step.with) };
  }

  /** What WhatsApp has ready after a click is sent to the number that the link dials, unless another was named. */
  private async click(
    customer: Customer,
    named: PlayedNumber | undefined,
    { url, send }: { url: string; send: boolean },
  ): Promise<object> {
    const clicked = await clickLink(this.world.targetUrl, url).catch(() => ({
      status: 0,
      location: null,
      phone: null,
      text: null,
    }));
    if (!send || clicked.text === null) return clicked;
    const { customers, numbers } = this.world;
    const number = named ?? numbers.dialled(clicked.phone ?? '') ?? numbers.usual();
    const message = phoneMessageSchema.parse({ type: 'text', text: clicked.text });
    return {
      ...clicked,
      message: await writeMessage(this.world, number, customers.chat(customer, number.id), message),
    };
  }

  private record(step: Step): void {
    const now = performance.now();
    const big = step.do === 'message' && 'fileBase64' in step.with && (step.with.fileBase64?.length ?? 0) > KEPT_FILE;
    const kept = big ? ({ ...step, with: { ...step.with, fileBase64: undefined, mimeType: undefined } } as Step) : step;
    this.recorded.push({ ...kept, afterMs: Math.round(now - this.lastAt) });
    this.recorded = this.recorded.slice(-KEPT_STEPS);
    this.lastAt = now;
  }
}

import { z } from 'zod';

const id = z.string().min(1).max(512);
const words = z.string().min(1).max(4096);

const common = {
  replyTo: id.optional(),
  forwarded: z.boolean().optional(),
  frequentlyForwarded: z.boolean().optional(),
  /** Came from an ad: `referral` of the webhook; what is not given is made up. */
  referral: z.looseObject({}).optional(),
  options: z
    .strictObject({
      /** The webhook leaves twice. */
      duplicate: z.boolean().default(false),
      /** The webhook leaves after that of the customer's next message (or 3 s later). */
      outOfOrder: z.boolean().default(false),
    })
    .default({ duplicate: false, outOfOrder: false }),
  /** Answer only after the product's first answer to the webhook. */
  wait: z.boolean().default(false),
};

const file = {
  ...common,
  /** A file of the simulator; else bytes; else a small sample. */
  mediaId: id.optional(),
  fileBase64: z.base64().optional(),
  mimeType: z.string().max(200).optional(),
  fileName: z.string().max(240).optional(),
};
const captioned = { ...file, caption: z.string().max(1024).optional() };
const tap = {
  ...common,
  messageId: id.optional(),
  id: z.string().max(256).optional(),
  title: z.string().max(256).optional(),
  description: z.string().max(72).optional(),
};

/** What a person can do in a chat, one object a deed. */
export const phoneMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), ...common, text: words }),
  z.strictObject({ type: z.literal('image'), ...captioned }),
  z.strictObject({ type: z.literal('video'), ...captioned }),
  z.strictObject({ type: z.literal('document'), ...captioned }),
  z.strictObject({ type: z.literal('audio'), ...file }),
  z.strictObject({ type: z.literal('voice'), ...file }),
  z.strictObject({ type: z.literal('sticker'), ...file }),
  z.strictObject({
    type: z.literal('location'),
    ...common,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().max(1000).optional(),
    address: z.string().max(1000).optional(),
  }),
  z.strictObject({ type: z.literal('contacts'), ...common, contacts: z.array(z.looseObject({})).min(1).max(50) }),
  z.strictObject({ type: z.literal('share_contact'), ...common }),
  z.strictObject({ type: z.literal('reaction'), ...common, messageId: id, emoji: z.string().max(64) }),
  z.strictObject({ type: z.literal('button'), ...tap }),
  z.strictObject({ type: z.literal('list'), ...tap }),
  z.strictObject({
    type: z.literal('order'),
    ...common,
    catalogId: z.string().default('354160437058000'),
    text: z.string().max(1024).default(''),
    items: z
      .array(
        z.strictObject({
          sku: id,
          quantity: z.number().positive(),
          price: z.number().min(0),
          currency: z.string().length(3),
        }),
      )
      .min(1),
  }),
  z.strictObject({ type: z.literal('flow'), ...common, response: z.looseObject({}) }),
  z.strictObject({ type: z.literal('edit'), ...common, messageId: id, text: words }),
  z.strictObject({ type: z.literal('revoke'), ...common, messageId: id }),
  z.strictObject({ type: z.literal('unsupported'), ...common, what: z.string().max(50).default('poll_creation') }),
]);

export type PhoneMessage = z.output<typeof phoneMessageSchema>;

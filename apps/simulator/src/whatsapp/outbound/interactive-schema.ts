import { z } from 'zod';

const text = (max: number) => z.string().min(1).max(max);
const body = (max: number) => z.strictObject({ text: text(max) });
const footer = z.strictObject({ text: text(60) }).optional();
const textHeader = z.strictObject({ type: z.literal('text'), text: text(60) });
const anyHeader = z
  .discriminatedUnion('type', [
    textHeader,
    z.looseObject({ type: z.literal('image'), image: z.looseObject({}) }),
    z.looseObject({ type: z.literal('video'), video: z.looseObject({}) }),
    z.looseObject({ type: z.literal('document'), document: z.looseObject({}) }),
  ])
  .optional();

const unique =
  (read: (item: { reply: { id: string; title: string } }) => string) =>
  (items: { reply: { id: string; title: string } }[]) =>
    new Set(items.map(read)).size === items.length;

const buttons = z.strictObject({
  type: z.literal('button'),
  header: anyHeader,
  body: body(1024),
  footer,
  action: z.strictObject({
    buttons: z
      .array(z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: text(256), title: text(20) }) }))
      .min(1)
      .max(3)
      .refine(
        unique(({ reply }) => reply.title),
        { error: 'Button titles must be unique.' },
      )
      .refine(
        unique(({ reply }) => reply.id),
        { error: 'Button ids must be unique.' },
      ),
  }),
});

const row = z.strictObject({ id: text(200), title: text(24), description: z.string().max(72).optional() });
const list = z.strictObject({
  type: z.literal('list'),
  header: textHeader.optional(),
  body: body(4096),
  footer,
  action: z.strictObject({
    button: text(20),
    sections: z
      .array(z.strictObject({ title: z.string().max(24).optional(), rows: z.array(row).min(1) }))
      .min(1)
      .max(10)
      .refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, {
        error: 'Total row count exceed max allowed count: 10',
      })
      .refine((sections) => sections.length === 1 || sections.every(({ title }) => title), {
        error: 'Section title is required when there is more than one section.',
      })
      .refine(
        (sections) =>
          new Set(sections.flatMap(({ rows }) => rows.map(({ id }) => id))).size ===
          sections.flatMap(({ rows }) => rows).length,
        {
          error: 'Duplicated row ids.',
        },
      ),
  }),
});

const link = z.strictObject({
  type: z.literal('cta_url'),
  header: anyHeader,
  body: body(1024),
  footer,
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: text(20), url: z.url({ protocol: /^https?$/ }) }),
  }),
});

const product = z.strictObject({
  type: z.literal('product'),
  body: body(1024).optional(),
  footer,
  action: z.strictObject({ catalog_id: text(100), product_retailer_id: text(100) }),
});

const productList = z.strictObject({
  type: z.literal('product_list'),
  header: textHeader,
  body: body(1024),
  footer,
  action: z.strictObject({
    catalog_id: text(100),
    sections: z
      .array(
        z.strictObject({
          title: z.string().max(24).optional(),
          product_items: z.array(z.strictObject({ product_retailer_id: text(100) })).min(1),
        }),
      )
      .min(1)
      .max(10)
      .refine((sections) => sections.flatMap((each) => each.product_items).length <= 30, {
        error: 'At most 30 products.',
      }),
  }),
});

const catalogue = z.strictObject({
  type: z.literal('catalog_message'),
  body: body(1024),
  footer,
  action: z.strictObject({ name: z.literal('catalog_message'), parameters: z.looseObject({}).optional() }),
});

const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: body(1024),
  action: z.strictObject({ name: z.literal('send_location') }),
});

const contactRequest = z.strictObject({
  type: z.literal('contact_request'),
  body: body(1024),
  footer,
  action: z.strictObject({ name: z.literal('request_contact_info') }),
});

const flow = z.strictObject({
  type: z.literal('flow'),
  header: anyHeader,
  body: body(1024),
  footer,
  action: z.strictObject({ name: z.literal('flow'), parameters: z.looseObject({}) }),
});

/** Every interactive message, with WhatsApp's limits. */
export const interactiveSchema = z.discriminatedUnion('type', [
  buttons,
  list,
  link,
  product,
  productList,
  catalogue,
  locationRequest,
  contactRequest,
  flow,
]);

export type InteractiveContent = z.output<typeof interactiveSchema>;

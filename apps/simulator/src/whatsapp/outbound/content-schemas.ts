import { z } from 'zod';

const text = (max: number) => z.string().min(1).max(max);

const hosted = z.strictObject({ id: text(200).optional(), link: z.url({ protocol: /^https?$/ }).optional() });
const withSource = <S extends z.ZodType<{ id?: string | undefined; link?: string | undefined }>>(schema: S) =>
  schema.refine(({ id, link }) => (id === undefined) !== (link === undefined), {
    error: 'Exactly one of id and link is required.',
  });

export const imageSchema = withSource(hosted.extend({ caption: z.string().max(1024).optional() }));
export const videoSchema = withSource(hosted.extend({ caption: z.string().max(1024).optional() }));
export const documentSchema = withSource(
  hosted.extend({ caption: z.string().max(1024).optional(), filename: z.string().max(240).optional() }),
);
export const audioSchema = withSource(hosted.extend({ voice: z.boolean().optional() }));
export const stickerSchema = withSource(hosted);

export const textSchema = z.strictObject({ body: text(4096), preview_url: z.boolean().optional() });

export const locationSchema = z.strictObject({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  name: z.string().max(1000).optional(),
  address: z.string().max(1000).optional(),
});

export const contactsSchema = z
  .array(
    z.looseObject({
      name: z.looseObject({ formatted_name: text(1000) }),
      phones: z
        .array(
          z.looseObject({ phone: z.string().optional(), type: z.string().optional(), wa_id: z.string().optional() }),
        )
        .optional(),
    }),
  )
  .min(1)
  .max(257);

export const reactionSchema = z.strictObject({ message_id: text(512), emoji: z.string().max(64).optional() });

const value = z.looseObject({ type: z.string(), text: z.string().optional(), parameter_name: z.string().optional() });

export const templateSchema = z.strictObject({
  name: text(512),
  language: z.looseObject({ code: text(20) }),
  components: z
    .array(
      z.looseObject({
        type: z.string(),
        sub_type: z.string().optional(),
        index: z.coerce.number().int().min(0).max(9).optional(),
        parameters: z.array(value).optional(),
      }),
    )
    .optional(),
});

export type TemplateContent = z.output<typeof templateSchema>;
export type TemplateValue = z.output<typeof value>;

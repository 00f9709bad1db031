import { z } from 'zod';
import { digitsOf } from '../account.js';
import type { GraphRefusal } from '../graph-error.js';
import { isBusinessScopedId } from '../identifiers.js';
import * as content from './content-schemas.js';
import { interactiveSchema } from './interactive-schema.js';
import { refusalOf } from './schema-refusal.js';

const CONTENTS = {
  text: content.textSchema,
  image: content.imageSchema,
  video: content.videoSchema,
  audio: content.audioSchema,
  document: content.documentSchema,
  sticker: content.stickerSchema,
  location: content.locationSchema,
  contacts: content.contactsSchema,
  reaction: content.reactionSchema,
  interactive: interactiveSchema,
  template: content.templateSchema,
} as const;

type Contents = { [K in keyof typeof CONTENTS]: { type: K; content: z.output<(typeof CONTENTS)[K]> } };
export type OutboundContent = Contents[keyof Contents];
export type OutboundKind = keyof typeof CONTENTS;

export interface MessageRequest {
  kind: 'message';
  /** What the business wrote as recipient; answered back as `input`. */
  input: string;
  waId: string | null;
  userId: string | null;
  body: OutboundContent;
  replyTo: string | null;
  /** `biz_opaque_callback_data`. */
  correlationId: string | null;
}

export interface ReadRequest {
  kind: 'read';
  messageId: string;
  typing: boolean;
}

export type Parsed = { request: MessageRequest | ReadRequest } | { refusal: GraphRefusal };

const head = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  type: z.string().default('text'),
  context: z.looseObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
});

const read = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

/** Understands a POST to `/{phone number id}/messages`, or says why Meta would not. */
export function parseSendRequest(json: unknown): Parsed {
  if (typeof json === 'object' && json !== null && 'status' in json) return parseRead(json);
  const parsed = head.safeParse(json);
  if (!parsed.success) return { refusal: refusalOf(parsed.error) };
  const { to, recipient, type, context, biz_opaque_callback_data: correlationId } = parsed.data;
  const address = addressOf(to, recipient);
  if ('refusal' in address) return address;
  if (!isKind(type))
    return {
      refusal: {
        code: 100,
        details: `Param type must be one of {${Object.keys(CONTENTS)
          .map((kind) => kind.toUpperCase())
          .join(', ')}} - got "${type}".`,
      },
    };
  const body = CONTENTS[type].safeParse(parsed.data[type]);
  if (!body.success) return { refusal: refusalOf(body.error, type) };
  return {
    request: {
      kind: 'message',
      ...address,
      body: { type, content: body.data } as OutboundContent,
      replyTo: context?.message_id ?? null,
      correlationId: correlationId ?? null,
    },
  };
}

function parseRead(json: object): Parsed {
  const parsed = read.safeParse(json);
  if (!parsed.success) return { refusal: refusalOf(parsed.error) };
  return {
    request: { kind: 'read', messageId: parsed.data.message_id, typing: parsed.data.typing_indicator !== undefined },
  };
}

/** A phone wins over a scoped id when both are given. */
function addressOf(
  to: string | undefined,
  recipient: string | undefined,
): { input: string; waId: string | null; userId: string | null } | { refusal: GraphRefusal } {
  if (to !== undefined) {
    const waId = digitsOf(to);
    if (/^\+?[\d\s().-]+$/.test(to) && waId.length >= 7 && waId.length <= 15) return { input: to, waId, userId: null };
    return { refusal: { code: 131009, details: 'Parameter value is not valid: to' } };
  }
  if (recipient === undefined)
    return { refusal: { code: 131008, details: 'Required parameter is missing: to or recipient' } };
  if (isBusinessScopedId(recipient)) return { input: recipient, waId: null, userId: recipient };
  return { refusal: { code: 131009, details: 'Parameter value is not valid: recipient' } };
}

const isKind = (type: string): type is OutboundKind => Object.hasOwn(CONTENTS, type);

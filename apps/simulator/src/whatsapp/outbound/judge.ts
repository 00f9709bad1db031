import { windowOpen } from '../../phone/customers.js';
import type { GraphRefusal } from '../graph-error.js';
import { renderTemplate, type RenderedTemplate } from '../templates/template-check.js';
import type { Template } from '../templates/template.js';
import type { MessageRequest } from './send-request.js';

/** What the decision on one message depends on. */
export interface Circumstances {
  /** The simulator's time, ms. */
  now: number;
  ownNumber: string;
  lastInboundAt: number | null;
  windowRule: 'answer' | 'status' | 'off';
  /** The template that the message names. */
  template: Template | undefined;
  hasMedia: (id: string) => boolean;
}

export type Verdict =
  | { kind: 'refused'; refusal: GraphRefusal }
  | {
      kind: 'accepted';
      rendered: RenderedTemplate | null;
      pricing: string;
      /** Accepted now, failed in a status later. */ failsWith: number | undefined;
    };

const refuse = (refusal: GraphRefusal): Verdict => ({ kind: 'refused', refusal });

/** Whether WhatsApp takes this well-formed message. */
export function judge({ body, waId, userId }: MessageRequest, about: Circumstances): Verdict {
  if (waId !== null && waId === about.ownNumber) return refuse({ code: 131021 });
  if (body.type === 'template') {
    const rendered = renderTemplate(about.template, body.content);
    if ('refusal' in rendered) return refuse(rendered.refusal);
    if (about.template?.category === 'AUTHENTICATION' && waId === null && userId !== null)
      return refuse({ code: 131062 });
    const media = rendered.value.headerMedia;
    if (media?.id != null && !about.hasMedia(media.id)) return refuse(unknownMedia(media.kind, media.id));
    return {
      kind: 'accepted',
      rendered: rendered.value,
      pricing: about.template?.category.toLowerCase() ?? 'service',
      failsWith: undefined,
    };
  }
  const media = mediaIdOf(body);
  if (media !== undefined && !about.hasMedia(media)) return refuse(unknownMedia(body.type, media));
  const closed = about.windowRule !== 'off' && !windowOpen(about.lastInboundAt, about.now);
  if (closed && about.windowRule === 'answer') return refuse({ code: 131047 });
  return { kind: 'accepted', rendered: null, pricing: 'service', failsWith: closed ? 131047 : undefined };
}

function mediaIdOf(body: MessageRequest['body']): string | undefined {
  return 'id' in body.content ? body.content.id : undefined;
}

function unknownMedia(type: string, id: string): GraphRefusal {
  return {
    code: 100,
    details: `Param ${type}['id'] is not a valid whatsapp business account media attachment ID: ${id}`,
  };
}

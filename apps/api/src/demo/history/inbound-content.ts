import type { MessageContent } from '../../modules/channels/index.js';
import { writeClaimCode } from '../../modules/conversations/index.js';
import type { Scene } from './demo-cast.js';
import { mediaTypeOf } from './demo-data.js';
import type { SpokenStep } from './plan-dialogue.js';

/** What a customer's line is at the provider. @throws for what customers cannot send */
export function inboundContent(
  step: Pick<SpokenStep, 'kind' | 'argument' | 'text' | 'first'>,
  { claimCode }: Pick<Scene, 'claimCode'>,
): MessageContent {
  const { kind, argument, text } = step;
  const [one = '', two = '', three = ''] = argument.split('|');
  switch (kind) {
    case 'text':
      return { type: 'text', text: step.first && claimCode ? writeClaimCode(text, claimCode) : text };
    case 'image':
      return {
        type: 'image',
        remote: { providerMediaId: argument, contentType: mediaTypeOf(argument) },
        ...(text && { caption: text }),
      };
    case 'document':
      return {
        type: 'document',
        fileName: argument,
        remote: { providerMediaId: argument, contentType: mediaTypeOf(argument) },
        ...(text && { caption: text }),
      };
    case 'location': {
      const [latitude, longitude] = one.split(',').map(Number);
      return {
        type: 'location',
        latitude: latitude ?? 0,
        longitude: longitude ?? 0,
        ...(two && { name: two }),
        ...(three && { address: three }),
      };
    }
    case 'contacts':
      return { type: 'contacts', contacts: [{ name: one, phones: [{ phone: two }], emails: [] }] };
    case 'tap':
      return {
        type: 'interactive',
        kind: 'button_reply',
        id: argument.toLowerCase().replaceAll(' ', '-'),
        title: argument,
      };
    case 'unsupported':
      return {
        type: 'unsupported',
        originalType: argument || null,
        providerCode: 131051,
        reason: 'Message type is currently not supported.',
      };
    default:
      throw new Error(`customers send no ${kind}`);
  }
}

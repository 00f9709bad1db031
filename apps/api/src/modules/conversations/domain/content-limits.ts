import type { ChannelCapabilities } from '../../channels/index.js';
import type { SendableContent } from '../conversations.facade.types.js';

/** True when the provider would refuse or cut it. Lengths count as people see them: by code points. */
export function exceedsLimits(content: SendableContent, limits: ChannelCapabilities): boolean {
  switch (content.type) {
    case 'text':
      return lengthOf(content.text) > limits.textLength;
    case 'interactive':
      return (
        content.buttons.length > limits.buttons.max ||
        lengthOf(content.body) > limits.buttons.bodyLength ||
        content.buttons.some(({ title }) => lengthOf(title) > limits.buttons.titleLength)
      );
    case 'template':
    case 'reaction':
      return false;
    default:
      return lengthOf(content.caption ?? '') > limits.captionLength;
  }
}

const lengthOf = (text: string): number => Array.from(text).length;

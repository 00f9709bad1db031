import type { MessageContent, OutboundMessage, TemplateContent } from '../../../channels/index.js';

const LUCIA: OutboundMessage['to'] = {
  identities: [
    { kind: 'bsuid', value: 'AR.1' },
    { kind: 'wa_id', value: '5491155501234' },
  ],
  phone: '+5491155501234',
};
export const SAM: OutboundMessage['to'] = { identities: [{ kind: 'bsuid', value: 'GB.55667788990011223344' }] };

export const message = (content: MessageContent, over: Partial<OutboundMessage> = {}): OutboundMessage => ({
  correlationId: '',
  to: LUCIA,
  content,
  ...over,
});
export const interactive = (content: object): OutboundMessage =>
  message({ type: 'interactive', ...content } as MessageContent);
export const template = (over: Partial<TemplateContent>): MessageContent => ({
  type: 'template',
  name: 't',
  language: 'en_US',
  text: '',
  buttons: [],
  header: {},
  body: {},
  buttonParameters: [],
  ...over,
});

import type { ChannelEvent } from '../../../channels/index.js';
import { at, fixtureId, LUCIA, NUMBER } from './fixture-facts.js';

const revision = (number: number) =>
  ({
    kind: 'revision',
    dedupeKey: fixtureId(number),
    address: NUMBER,
    at: at(number),
    providerMessageId: fixtureId(1),
    sender: LUCIA,
  }) as const;

export const expectedRevisions: Record<string, ChannelEvent[]> = {
  '36_edit': [
    { ...revision(36), change: { kind: 'edited', content: { type: 'text', text: 'Hola, tienen stock del azul?' } } },
  ],
  '37_revoke': [{ ...revision(37), change: { kind: 'revoked' } }],
};

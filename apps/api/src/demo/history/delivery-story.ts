import type { MessageStatusEvent } from '../../modules/channels/index.js';
import { statusFailure } from '../../modules/whatsapp/cloud/map-error.js';
import { seededRandom } from './seeded-random.js';

export interface SentMessage {
  providerId: string;
  address: string;
  at: Date;
  /** An error code, `unknown`, `sent`, `delivered`; null for the usual way. */
  outcome: string | null;
  /** When the customer wrote next: by then it was read. */
  answeredAt: Date | null;
  now: Date;
}

const SECOND = 1000;
const HOUR = 3_600_000;
const READ_SHARE = 0.8;

/** What a provider tells about a message in the time after it accepted it; nothing that lies in the future. */
export function deliveryStory(message: SentMessage): MessageStatusEvent[] {
  const { outcome, now } = message;
  if (outcome === 'unknown') return [];
  const random = seededRandom(message.providerId);
  const story = [statusOf(message, 'sent', 1.2 + random())];
  const failed = /^\d+$/.test(outcome ?? '');
  if (failed)
    story.push({ ...statusOf(message, 'failed', 3 + random() * 4), failure: statusFailure({ code: Number(outcome) }) });
  if (!failed && outcome !== 'sent') {
    const delivered = 2.5 + random() * 3;
    story.push(statusOf(message, 'delivered', delivered));
    const seconds = outcome === 'delivered' ? null : readAfter(message, delivered, random);
    if (seconds !== null) story.push(statusOf(message, 'read', seconds));
  }
  return story.filter(({ at }) => Date.parse(at) <= now.getTime());
}

function readAfter({ at, answeredAt, now }: SentMessage, delivered: number, random: () => number): number | null {
  if (answeredAt) {
    const gap = (answeredAt.getTime() - at.getTime()) / SECOND;
    return Math.max(delivered + 1, Math.min(gap * 0.7, 5 + random() * 900));
  }
  const quiet = now.getTime() - at.getTime() < HOUR / 4 || random() > READ_SHARE;
  return quiet ? null : delivered + 20 + random() * 2400;
}

const statusOf = (
  { providerId, address, at }: SentMessage,
  status: MessageStatusEvent['status'],
  seconds: number,
): MessageStatusEvent => ({
  kind: 'status',
  dedupeKey: `${providerId} ${status}`,
  address,
  providerMessageId: providerId,
  status,
  at: new Date(at.getTime() + Math.round(seconds * SECOND)).toISOString(),
});

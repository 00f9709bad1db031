import type { ReplyPolicy } from './conversation';

const SOON_MS = 2 * 3_600_000;
const MINUTE_MS = 60_000;

/** What the composer may do now. `closesAt` is the server's; here it is only counted down. */
export type ReplyWindow =
  | { kind: 'open'; hours: number; minutes: number; soon: boolean }
  | { kind: 'always' }
  | { kind: 'template' }
  | { kind: 'none'; reason: string | null };

export function replyWindow(policy: ReplyPolicy, now: number): ReplyWindow {
  if (policy.kind === 'none') return { kind: 'none', reason: policy.reason };
  if (policy.kind === 'template') return { kind: 'template' };
  if (policy.closesAt === null) return { kind: 'always' };
  const left = Date.parse(policy.closesAt) - now;
  if (left <= 0)
    return policy.allowed.includes('template') ? { kind: 'template' } : { kind: 'none', reason: 'window_closed' };
  const whole = Math.floor(left / MINUTE_MS);
  return { kind: 'open', hours: Math.floor(whole / 60), minutes: whole % 60, soon: left < SOON_MS };
}

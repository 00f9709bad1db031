import type { ConversationSummary } from '../../conversations/index.js';

type Asked = Pick<ConversationSummary, 'assistantMode' | 'owner' | 'assistantPausedUntil' | 'status'>;

/** Whether the assistant answers by itself, suggests, or stays out. By itself it never speaks beside a person. */
export function modeFor(conversation: Asked | undefined, now: Date): 'auto' | 'suggest' | null {
  if (!conversation || conversation.assistantMode === 'off' || conversation.status === 'closed') return null;
  if (conversation.assistantPausedUntil && conversation.assistantPausedUntil > now) return null;
  if (conversation.assistantMode === 'suggest') return 'suggest';
  return conversation.owner === 'person' ? null : 'auto';
}

import { useQuery } from '@tanstack/react-query';
import { panelQuery } from '../api/panel-query';
import { useSuggestions } from '../api/suggestion-store';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { standingSuggestion, type Suggestion } from '../model/suggestion';

/** What ISAC proposes here and now: told by the socket, or already waiting when the conversation was opened. */
export function useSuggestion(conversation: Conversation, messages: readonly Message[]): Suggestion | null {
  const suggests = conversation.assistantMode === 'suggest';
  const { data: panel } = useQuery({ ...panelQuery(conversation.id), enabled: suggests });
  const heard = useSuggestions((state) => state.heard[conversation.id]);
  const settled = useSuggestions((state) => state.settled);
  const lastTurn = suggests ? panel?.assistant?.lastTurn : null;
  return standingSuggestion({ heard, lastTurn, settled, lastMessage: conversation.lastMessage, messages });
}

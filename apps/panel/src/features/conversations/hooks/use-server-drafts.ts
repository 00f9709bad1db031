import { useEffect } from 'react';
import { ask } from '../../../app/ask';
import { drafts } from '../../../app/runtime';

const asked = new Set<string>();
/** After the conversation is on screen: a draft from another machine may come a moment later. */
const PATIENCE_MS = 1200;

/** Keeps the server's copy of drafts, and brings the one written on another machine when there is none here. */
export function useServerDrafts(conversationId: string, allowed: boolean): void {
  useEffect(() => {
    if (!allowed) return;
    return drafts.onIdle((id, mode, text) => {
      void ask('PUT', '/conversations/{id}/draft', { path: { id }, body: { mode, text } }).catch(() => undefined);
    });
  }, [allowed]);

  useEffect(() => {
    if (!allowed || asked.has(conversationId)) return;
    const timer = setTimeout(() => {
      asked.add(conversationId);
      void ask('GET', '/conversations/{id}/draft', { path: { id: conversationId } })
        .then((kept) => {
          for (const { mode, text } of kept)
            if (text !== '' && drafts.text(conversationId, mode) === '') drafts.write(conversationId, mode, text);
        })
        .catch(() => asked.delete(conversationId));
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [conversationId, allowed]);
}

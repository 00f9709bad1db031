import { showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../i18n/problem-text';
import { keys } from '../api/keys';
import type { PhoneMessage, PhoneThread } from '../api/phone';
import { act, readEverything, sendFile, type Deed, type FileKind, type WebhookTricks } from '../api/phone-deeds';
import { withMessage } from '../model/phone-thread';

/** What the customer in view does; the answer appears in their thread at once, the feed brings the rest. */
export function useDeeds(customerId: string) {
  const { t } = useTranslation('simulator');
  const client = useQueryClient();
  const shown = (message: PhoneMessage) => {
    client.setQueryData<PhoneThread>(keys.thread(customerId), (thread) => {
      // The feed may have been faster, and a reaction is no bubble of its own.
      const inPlace = message.type === 'reaction' || thread?.messages.some(({ id }) => id === message.id);
      return thread && !inPlace ? withMessage(thread, message) : thread;
    });
  };
  const refused = (error: unknown) =>
    showToast({ tone: 'danger', title: t('phone.notSent'), description: problemText(error) });
  const deed = useMutation({
    mutationFn: ({ deed: one, tricks }: { deed: Deed; tricks: WebhookTricks }) => act(customerId, one, tricks),
    onSuccess: shown,
    onError: refused,
  });
  const file = useMutation({
    mutationFn: ({ kind, file: one, tricks }: { kind: FileKind; file: File; tricks: WebhookTricks }) =>
      sendFile(customerId, kind, one, tricks),
    onSuccess: shown,
    onError: refused,
  });
  const open = useMutation({
    mutationFn: () => readEverything(customerId),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.customers }),
    onError: refused,
  });
  return { deed, file, open };
}

import { Button, Chip } from '@hilo/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import type { Conversation } from '../../model/conversation';

/** Tags of the conversation: taken away one by one, added by writing. */
export function TagEditor({ conversation, actions }: { conversation: Conversation; actions: ConversationActions }) {
  const { t } = useTranslation('conversations');
  const may = useCan('conversations:write');
  const [adding, setAdding] = useState(false);
  const { tags } = conversation;
  const add = (text: string) => {
    const tag = text.trim().slice(0, 60);
    setAdding(false);
    if (tag && !tags.includes(tag)) void actions.tag(conversation, [...tags, tag]);
  };
  return (
    <div role="group" aria-label={t('customer.tags')} className="flex flex-wrap items-center gap-1.5 px-4 pb-4">
      {conversation.contact.tags.map((tag) => (
        <Chip key={`contact-${tag}`}>{tag}</Chip>
      ))}
      {tags.map((tag) => (
        <Chip
          key={tag}
          {...(may && {
            onRemove: () =>
              void actions.tag(
                conversation,
                tags.filter((one) => one !== tag),
              ),
          })}
        >
          {tag}
        </Chip>
      ))}
      {adding ? (
        <input
          autoFocus
          aria-label={t('customer.newTag')}
          placeholder={t('customer.newTag')}
          maxLength={60}
          onBlur={(event) => add(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add(event.currentTarget.value);
            if (event.key === 'Escape') setAdding(false);
          }}
          className="h-6 w-32 rounded-full border border-line-strong bg-surface px-2 text-label"
        />
      ) : may ? (
        <Button size="sm" variant="ghost" icon={<Plus aria-hidden size={14} />} onClick={() => setAdding(true)}>
          {t('customer.addTag')}
        </Button>
      ) : null}
    </div>
  );
}

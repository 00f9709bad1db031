import { cx } from '@hilo/ui';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/session';
import { useViewers, useWriter } from '../../api/presence-store';
import { useIsacWords } from '../../hooks/use-isac-words';
import { useOriginWord } from '../../hooks/use-origin-word';
import { contactName, type Conversation } from '../../model/conversation';

/** Who looks at it or writes in it besides oneself. */
function Company({ conversationId }: { conversationId: string }) {
  const { t, i18n } = useTranslation('conversations');
  const me = useMe();
  const viewers = useViewers(conversationId, me.id);
  const writer = useWriter(conversationId, me.id);
  if (writer) return <span className="font-medium text-accent">{t('header.writing', { name: writer })}</span>;
  if (viewers.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(viewers.map(({ name }) => name));
  return <span>{t('header.viewing', { count: viewers.length, names })}</span>;
}

function useHolderWords({ assignee, team }: Conversation): string {
  const { t } = useTranslation('conversations');
  const me = useMe();
  if (assignee?.id === me.id) return t('header.assignedToYou');
  const holder = assignee ?? team;
  return holder ? t('header.assignedTo', { name: holder.name }) : t('header.unassigned');
}

/** Who is here, what ISAC does, who has it and where the customer came from, most pressing first: what does not fit is cut at the end. */
export function AboutLine({ conversation, className }: { conversation: Conversation; className?: string }) {
  const { t } = useTranslation('conversations');
  const isac = useIsacWords(conversation);
  const holder = useHolderWords(conversation);
  const origin = useOriginWord(conversation);
  const { phone } = conversation.contact;
  return (
    <span
      className={cx(
        "block truncate text-label text-ink-2 [&>*+*]:before:mx-1.5 [&>*+*]:before:font-normal [&>*+*]:before:text-ink-3 [&>*+*]:before:content-['·']",
        className,
      )}
    >
      <Company conversationId={conversation.id} />
      <span className={isac.standing === 'waits' ? 'font-medium text-warning' : undefined}>{isac.words}</span>
      <span>{holder}</span>
      {origin ? <span>{origin}</span> : null}
      {phone && phone !== contactName(conversation, t('unnamed')) ? (
        <span>
          <Phone aria-hidden size={12} className="mr-1 inline" />
          {phone}
        </span>
      ) : null}
    </span>
  );
}

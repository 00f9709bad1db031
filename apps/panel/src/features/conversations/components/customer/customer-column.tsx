import { Avatar, Badge, BusyBar, Button, CopyButton, ErrorCard, Skeleton } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bot, Package } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../i18n/problem-text';
import { panelQuery, type SuggestedItem } from '../../api/panel-query';
import type { ConversationActions } from '../../hooks/use-conversation-actions';
import { useMoments } from '../../hooks/use-moments';
import { useNow } from '../../hooks/use-now';
import { usePreview } from '../../hooks/use-preview';
import { channelMark, contactName, type Conversation } from '../../model/conversation';
import { useMoney } from '../../../../app/use-money';
import { Consents } from './consents';
import { LeadSection } from './lead-section';
import { Section } from './section';
import { TagEditor } from './tag-editor';

export interface CustomerColumnProps {
  conversation: Conversation;
  actions: ConversationActions;
  /** Puts words into the composer. */
  onUse: (words: string) => void;
}

function Profile({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation('conversations');
  const { data } = useQuery(panelQuery(conversation.id));
  const name = contactName(conversation, t('unnamed'));
  const contact = data?.contact;
  // Without the right to read contacts the server tells no more than the conversation does.
  const since = contact?.createdAt
    ? t('customer.since', {
        date: new Intl.DateTimeFormat(i18n.language, { month: 'short', year: 'numeric' }).format(
          new Date(contact.createdAt),
        ),
      })
    : null;
  const { phone } = conversation.contact;
  return (
    <div className="flex flex-col gap-3 px-4 pt-5 pb-4">
      <div className="flex items-center gap-3">
        <Avatar size="lg" name={name} seed={conversation.contact.id} channel={channelMark(conversation)} />
        <div className="min-w-0">
          <h2 className="truncate text-section leading-6 font-semibold">{name}</h2>
          <p className="truncate text-label text-ink-2">
            {[contact?.city, since].filter(Boolean).join(' · ') || conversation.channel.name}
          </p>
        </div>
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {phone ? (
          <>
            <dt className="text-label text-ink-3">{t('customer.phone')}</dt>
            <dd className="flex items-center justify-between gap-1">
              <span className="select-text">{phone}</span>
              <CopyButton text={phone} label={t('customer.copyPhone')} size="sm" variant="ghost" />
            </dd>
          </>
        ) : null}
        {contact?.email ? (
          <>
            <dt className="text-label text-ink-3">{t('customer.email')}</dt>
            <dd className="truncate select-text">{contact.email}</dd>
          </>
        ) : null}
        <dt className="text-label text-ink-3">{t('customer.class')}</dt>
        <dd>
          <Badge tone={conversation.contact.type === 'wholesale' ? 'success' : 'neutral'}>
            {t(`customer.${conversation.contact.type}`)}
          </Badge>
        </dd>
        <Consents consents={contact?.consents} blocked={conversation.contact.blocked} />
      </dl>
    </div>
  );
}

function Suggested({ items, onUse }: { items: readonly SuggestedItem[]; onUse: (words: string) => void }) {
  const { t } = useTranslation('conversations');
  const money = useMoney();
  return (
    <Section title={t('customer.suggested')} count={items.length}>
      <ul className="flex flex-col gap-2">
        {items.map((item) => {
          const price = money(item.price);
          const stock = item.stock === null ? null : t('customer.stock', { count: item.stock });
          return (
            <li key={item.id} className="flex items-center gap-3">
              <span className="flex size-9 shrink-0 items-center justify-center overflow-hidden rounded-md bg-sunken text-ink-2">
                {item.imageUrl ? (
                  <img src={item.imageUrl} alt="" className="size-full object-cover" />
                ) : (
                  <Package aria-hidden size={18} strokeWidth={1.75} />
                )}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{item.name}</span>
                <span className="block truncate text-label text-ink-3">
                  {[price, stock].filter(Boolean).join(' · ')}
                </span>
              </span>
              <Button
                size="sm"
                variant="ghost"
                aria-label={t('customer.sendItem', { name: item.name })}
                onClick={() => onUse([item.name, price, item.url].filter(Boolean).join('\n'))}
              >
                {t('customer.send')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Others({ conversations }: { conversations: readonly Conversation[] }) {
  const { t } = useTranslation('conversations');
  const navigate = useNavigate();
  const moments = useMoments();
  const line = usePreview();
  const now = useNow(60_000);
  return (
    <Section title={t('customer.others')} count={conversations.length}>
      <ul className="-mx-2 flex flex-col">
        {conversations.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              onClick={() => void navigate({ to: '/bandeja/$id', params: { id: other.id }, search: true })}
              className="flex w-full flex-col rounded-md px-2 py-1.5 text-left hover:bg-bg"
            >
              <span className="flex w-full items-baseline justify-between gap-2">
                <span className="truncate font-medium">{other.channel.name}</span>
                <span className="shrink-0 text-label text-ink-3">{moments.short(other.lastActivityAt, now)}</span>
              </span>
              <span className="w-full truncate text-label text-ink-2">
                {t(`status.${other.status}`)} · {other.lastMessage ? line(other.lastMessage) : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Qualification({ answers }: { answers: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('conversations');
  const known = Object.entries(answers).filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <Section title={t('customer.qualification')} icon={<Bot aria-hidden size={16} />}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {known.map(([key, value]) => (
          <div key={key} className="contents">
            <dt className="text-label text-ink-3">{t(`customer.slots.${key}`, { defaultValue: key })}</dt>
            <dd className="min-w-0 break-words">{value === 'high' ? t('customer.slots.high') : String(value)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Everything known about who is on the other side. Without the server's summary it shows what the conversation holds. */
export default function CustomerColumn({ conversation, actions, onUse }: CustomerColumnProps) {
  const { t } = useTranslation('conversations');
  const query = useQuery(panelQuery(conversation.id));
  const panel = query.data;
  return (
    <>
      <BusyBar busy={query.isFetching && !query.isPending} />
      <Profile conversation={conversation} />
      <TagEditor key={conversation.id} conversation={conversation} actions={actions} />
      <LeadSection conversation={conversation} panel={panel ?? null} />
      {query.isPending ? (
        <div role="status" aria-label={t('customer.loading')} className="flex flex-col gap-3 border-t border-line p-4">
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      ) : null}
      {query.isError ? (
        <div className="p-4">
          <ErrorCard
            title={t('customer.failed')}
            cause={problemText(query.error)}
            onRetry={() => void query.refetch()}
          />
        </div>
      ) : null}
      {panel?.suggestedItems.length ? <Suggested items={panel.suggestedItems} onUse={onUse} /> : null}
      {panel?.assistant?.qualification ? <Qualification answers={panel.assistant.qualification.slots} /> : null}
      {panel?.otherConversations.length ? <Others conversations={panel.otherConversations} /> : null}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import { useWords } from '../../hooks/use-words';
import type { Lead } from '../../model/lead';
import { Origin } from '../marks';

const UTM = ['source', 'medium', 'campaign', 'content', 'term'] as const;

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-4 last:border-b-0 md:px-5">
      <h2 className="mb-2 font-medium">{title}</h2>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">{children ?? '—'}</dd>
    </>
  );
}

/** What is known of a lead: who, what, how much, and where it came from. */
export function LeadFacts({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  const words = useWords();
  const seesLinks = useCan('links:read');
  const { contact, item, source } = lead;
  const utm = UTM.flatMap((key) => (source.utm?.[key] ? [[key, source.utm[key]] as const] : []));
  const linkName = source.linkName ?? source.linkId;
  return (
    <aside aria-label={t('detail.contact')} className="border-t border-line lg:border-t-0 lg:border-l">
      <Section title={t('detail.contact')}>
        <Fact name={t('form.name')}>{contact?.name || t('nameless')}</Fact>
        <Fact name={t('detail.phone')}>
          {contact?.phone ? (
            <span className="flex items-center gap-1">
              <a
                href={`tel:${contact.phone}`}
                className="underline decoration-line underline-offset-2 hover:decoration-ink"
              >
                {contact.phone}
              </a>
            </span>
          ) : null}
        </Fact>
        <Fact name={t('detail.email')}>
          {contact?.email ? (
            <a
              href={`mailto:${contact.email}`}
              className="underline decoration-line underline-offset-2 hover:decoration-ink"
            >
              {contact.email}
            </a>
          ) : null}
        </Fact>
        <Fact name={t('detail.city')}>{lead.city}</Fact>
      </Section>
      <Section title={t('detail.interest')}>
        <Fact name={t('detail.item')}>{item?.name}</Fact>
        {item?.price ? <Fact name={t('detail.price')}>{words.money(item.price)}</Fact> : null}
        {lead.title ? <Fact name={t('detail.titleField')}>{lead.title}</Fact> : null}
        <Fact name={t('detail.budget')}>{lead.budget ? words.money(lead.budget) : null}</Fact>
        <Fact name={t('detail.value')}>{lead.value ? words.money(lead.value) : null}</Fact>
        <Fact name={t('detail.urgency')}>{lead.urgency ? t(`urgencies.${lead.urgency}`) : null}</Fact>
        {lead.lostReason ? <Fact name={t('detail.lostReason')}>{lead.lostReason}</Fact> : null}
        {lead.description ? <Fact name={t('detail.description')}>{lead.description}</Fact> : null}
      </Section>
      <Section title={t('detail.origin')}>
        <Fact name={t('detail.how')}>
          <Origin source={{ ...source, linkName: null }} />
        </Fact>
        {source.linkId ? (
          <Fact name={t('detail.link')}>
            {seesLinks ? (
              <Link
                to="/enlaces/$id"
                params={{ id: source.linkId }}
                className="text-accent underline underline-offset-2"
              >
                {linkName}
              </Link>
            ) : (
              linkName
            )}
          </Fact>
        ) : null}
        {source.adId ? <Fact name={t('detail.ad')}>{source.adId}</Fact> : null}
        {utm.length > 0 ? (
          <Fact name={t('detail.utm')}>
            <ul className="font-mono text-label">
              {utm.map(([key, value]) => (
                <li key={key} className="break-all">
                  {key}={value}
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact name={t('detail.enquiries')}>{words.count(lead.enquiries)}</Fact>
        <Fact name={t('detail.created')}>
          <time dateTime={lead.createdAt}>{words.full(lead.createdAt)}</time>
        </Fact>
        {lead.firstMessageAt ? (
          <Fact name={t('detail.firstMessage')}>
            <time dateTime={lead.firstMessageAt}>{words.full(lead.firstMessageAt)}</time>
          </Fact>
        ) : null}
      </Section>
    </aside>
  );
}

import { cx } from '@hilo/ui';
import {
  CircleCheck,
  ClipboardList,
  Contact,
  ExternalLink,
  List,
  MapPin,
  Phone,
  Reply,
  ShoppingCart,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../../../app/use-money';
import {
  readContacts,
  readInteractive,
  readLocation,
  readOrder,
  readTemplate,
  type Choice,
} from '../../model/structured-content';
import { readForm, readUnshown, type FormAnswer } from '../../model/inbound-context';
import type { Message } from '../../model/message';
import { WhatsAppText } from './whatsapp-text';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };
const choiceIcons = { reply: Reply, url: ExternalLink, phone: Phone, list: List, other: Reply };

/** The buttons as the customer saw them: shown, not pressable here. */
function Choices({ choices }: { choices: readonly Choice[] }) {
  const { t } = useTranslation('conversations');
  if (choices.length === 0) return null;
  return (
    <ul aria-label={t('structured.options')} className="mt-2 flex flex-col gap-1 border-t border-ink/10 pt-2">
      {choices.map(({ kind, title, description }, index) => {
        const Icon = choiceIcons[kind];
        return (
          <li
            key={index}
            className="flex min-h-8 items-center justify-center gap-2 rounded-md bg-ink/5 px-3 py-1 text-ui font-medium text-accent"
          >
            <Icon {...icon} className="shrink-0" />
            <span>
              {title}
              {description ? <span className="block text-meta font-normal text-ink-3">{description}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What the customer filled into a form, field by field. */
function FormView({ title, answers }: { title: string | null; answers: readonly FormAnswer[] }) {
  const { t } = useTranslation('conversations');
  return (
    <Tile mark={<ClipboardList size={22} strokeWidth={1.5} aria-hidden />}>
      <p className="font-medium">{t('structured.form')}</p>
      {title ? <p className="text-label text-ink-3">{title}</p> : null}
      <dl className="mt-1 flex flex-col gap-1">
        {answers.map(({ field, answer }) => (
          <div key={field}>
            <dt className="text-label text-ink-3 first-letter:uppercase">{field}</dt>
            <dd className="break-words select-text">{answer || '–'}</dd>
          </div>
        ))}
      </dl>
    </Tile>
  );
}

/** Header, body, footer, buttons: a template or an interactive message as it looked on the phone. */
export function CardView({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const card = message.type === 'template' ? readTemplate(message) : readInteractive(message);
  const answers = readForm(message);
  if (answers) return <FormView title={card.body} answers={answers} />;
  if (card.chosen !== null) {
    return (
      <span className="flex items-start gap-1.5">
        <CircleCheck {...icon} className="mt-0.5 shrink-0 text-success" />
        <span>
          <span className="sr-only">{t('structured.chose')} </span>
          {card.chosen}
          {card.description ? <span className="block text-label text-ink-3">{card.description}</span> : null}
        </span>
      </span>
    );
  }
  return (
    <>
      {card.header ? <p className="mb-1 font-semibold">{card.header}</p> : null}
      {card.body ? (
        <WhatsAppText text={card.body} />
      ) : (
        <span className="text-ink-3">
          {[t('types.interactive'), readUnshown(message).reason].filter(Boolean).join(' · ')}
        </span>
      )}
      {card.footer ? <p className="mt-1 text-label text-ink-3">{card.footer}</p> : null}
      <Choices choices={card.choices} />
    </>
  );
}

function Tile({ mark, children, className }: { mark: ReactNode; children: ReactNode; className?: string }) {
  return (
    <div className={cx('flex w-72 max-w-full items-start gap-3 rounded-md bg-ink/5 p-3', className)}>
      <span className="mt-0.5 shrink-0 text-ink-2">{mark}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

export function LocationView({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const { name, address, coordinates, href } = readLocation(message);
  return (
    <Tile mark={<MapPin size={22} strokeWidth={1.5} aria-hidden />}>
      <p className="font-medium">{name ?? t('types.location')}</p>
      <p className="text-label text-ink-3">{address ?? coordinates}</p>
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" className="text-label font-medium text-info underline">
          {t('structured.openMap')}
        </a>
      ) : null}
    </Tile>
  );
}

export function ContactsView({ message }: { message: Message }) {
  return (
    <div className="flex flex-col gap-1">
      {readContacts(message).map(({ name, phones, emails }, index) => (
        <Tile key={index} mark={<Contact size={22} strokeWidth={1.5} aria-hidden />}>
          <p className="font-medium">{name}</p>
          {[...phones, ...emails].map((line) => (
            <p key={line} className="text-label text-ink-2 select-text">
              {line}
            </p>
          ))}
        </Tile>
      ))}
    </div>
  );
}

export function OrderView({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const { lines, totals } = readOrder(message, useMoney());
  return (
    <>
      <Tile mark={<ShoppingCart size={22} strokeWidth={1.5} aria-hidden />}>
        <p className="font-medium">{t('structured.order', { count: lines.length })}</p>
        <ul className="text-label text-ink-2">
          {lines.map(({ sku, quantity, price }, index) => (
            <li key={index} className="flex justify-between gap-3">
              <span className="truncate">
                {quantity} × {sku}
              </span>
              <span className="shrink-0">{price}</span>
            </li>
          ))}
        </ul>
        {totals.map((total) => (
          <p key={total} className="mt-1 text-right font-semibold">
            {total}
          </p>
        ))}
      </Tile>
      {message.text ? <WhatsAppText text={message.text} className="mt-1" /> : null}
    </>
  );
}

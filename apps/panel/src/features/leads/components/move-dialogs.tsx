import { Button, Dialog, TextField } from '@hilo/ui';
import { decimalMoney, parseMoney } from '@hilo/money';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import type { Lead, LeadChange } from '../model/lead';

const REASONS = ['price', 'silent', 'elsewhere', 'stock', 'unfit'] as const;

interface AskProps {
  lead: Lead;
  onAnswer: (change: LeadChange) => void;
  onClose: () => void;
}

/** Why a lead was lost: one of the usual reasons, or other words. */
export function LostDialog({ lead, onAnswer, onClose }: AskProps) {
  const { t } = useTranslation('leads');
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lostReason = (reason === 'other' ? words : reason).trim();
    if (lostReason) onAnswer({ state: 'lost', lostReason });
    else setMissing(true);
  };
  const options = [...REASONS.map((key) => ({ value: t(`lost.reasons.${key}`), label: t(`lost.reasons.${key}`) }))];
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t('lost.title', { name: lead.contact?.name || t('nameless') })}
      description={t('lost.help')}
      footer={
        <>
          <Button onClick={onClose}>{t('lost.cancel')}</Button>
          <Button variant="danger" type="submit" form="lost-reason">
            {t('lost.confirm')}
          </Button>
        </>
      }
    >
      <form id="lost-reason" onSubmit={submit}>
        <fieldset className="flex flex-col">
          <legend className="mb-1 text-label font-medium text-ink-2">{t('lost.reason')}</legend>
          {[...options, { value: 'other', label: t('lost.other') }].map(({ value, label }) => (
            <label key={value} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="reason"
                value={value}
                checked={reason === value}
                onChange={() => {
                  setReason(value);
                  setMissing(false);
                }}
                className="size-4 accent-accent"
              />
              {label}
            </label>
          ))}
        </fieldset>
        {reason === 'other' ? (
          <TextField
            className="mt-1"
            label={t('lost.other')}
            hideLabel
            placeholder={t('lost.otherPlaceholder')}
            maxLength={200}
            autoFocus
            value={words}
            error={missing ? t('lost.needed') : null}
            onChange={(event) => setWords(event.target.value)}
          />
        ) : null}
        <div role="alert" className="mt-2 text-label text-danger empty:hidden">
          {missing && reason !== 'other' ? t('lost.needed') : null}
        </div>
      </form>
    </Dialog>
  );
}

/** What a won lead was sold for. Won is final, so it is never one slip of the pointer away. */
export function WonDialog({ lead, onAnswer, onClose }: AskProps) {
  const { t } = useTranslation('leads');
  const business = useBusiness()?.currency;
  const known = lead.value ?? lead.item?.price ?? null;
  const currency = known?.currency ?? business ?? 'USD';
  const [text, setText] = useState(known ? decimalMoney(known) : '');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = text.trim() === '' ? null : parseMoney(text, currency);
    if (value === undefined || (value && value.amount < 0)) setWrong(true);
    else onAnswer({ state: 'won', ...(value && { value }) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t('won.title', { name: lead.contact?.name || t('nameless') })}
      description={t('won.help')}
      footer={
        <>
          <Button onClick={onClose}>{t('won.cancel')}</Button>
          <Button variant="primary" type="submit" form="won-value">
            {t('won.confirm')}
          </Button>
        </>
      }
    >
      <form id="won-value" onSubmit={submit}>
        <TextField
          label={t('won.value')}
          help={t('form.moneyHelp', { currency })}
          inputMode="decimal"
          value={text}
          error={wrong ? t('form.badMoney') : null}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
      </form>
    </Dialog>
  );
}

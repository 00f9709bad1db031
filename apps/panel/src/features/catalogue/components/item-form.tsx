import { Button, Select, Sheet, TextArea, TextField, showToast } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../app/api-problem';
import { useBusiness } from '../../../app/business';
import { FormSummary, StaleChoice } from '../../../app/form-summary';
import { problemText } from '../../../i18n/problem-text';
import { itemQuery, shelfQuery } from '../api/catalogue-queries';
import { useSaveItem, type SaveRequest } from '../api/use-save-item';
import { rebased } from '../../../app/rebased';
import { isStale, refusedFields } from '../../../app/refused-fields';
import { ITEM_KINDS, categoriesOf, type Item } from '../model/item';
import {
  EMPTY_ITEM,
  changeOf,
  fieldsOf,
  readItem,
  type ItemField,
  type ItemFields,
  type Reading,
} from '../model/item-form';
import { PhotosField } from './photos-field';

export interface ItemFormProps {
  /** None: a new one. */
  item?: Item;
  onClose: () => void;
  onSaved?: (item: Item) => void;
}

/** Writes an item. Nothing typed is lost: neither by a refusal nor by somebody else's change. */
export function ItemForm({ item, onClose, onSaved }: ItemFormProps) {
  const { t, i18n } = useTranslation('catalogue');
  const shell = useTranslation('shell');
  const client = useQueryClient();
  const main = useBusiness()?.currency ?? 'USD';
  const currency = item?.priceRetail.currency ?? main;
  const shelf = useQuery(shelfQuery);
  const save = useSaveItem();
  const [base, setBase] = useState(item);
  const [fields, setFields] = useState(() => (item ? fieldsOf(item) : EMPTY_ITEM));
  const [refusal, setRefusal] = useState<Extract<Reading, { ok: false }> | null>(null);

  const send = (on: Item | undefined, typed: ItemFields) => {
    const reading = readItem(typed, currency, on);
    setRefusal(reading.ok ? null : reading);
    if (!reading.ok) return save.reset();
    const before = on && readItem(fieldsOf(on), currency, on);
    const wanted: SaveRequest = on
      ? { on, body: before?.ok ? changeOf(before.body, reading.body) : reading.body }
      : { body: reading.body };
    if (Object.keys(wanted.body).length === 0) return onClose();
    return save.mutate(wanted, {
      onSuccess: (saved) => {
        showToast({ tone: 'success', title: t(item ? 'form.saved' : 'form.created') });
        onClose();
        onSaved?.(saved);
      },
    });
  };
  /** Brings what the other person left; `mine` writes over it what was changed here and nothing else. */
  const renew = useMutation({
    mutationFn: ({ from }: { from: Item; mine: boolean }) =>
      client.fetchQuery({ ...itemQuery(from.sku), staleTime: 0 }),
    onSuccess: (latest, { from, mine }) => {
      const next = mine ? rebased(fieldsOf(from), fields, fieldsOf(latest)) : fieldsOf(latest);
      setBase(latest);
      setFields(next);
      if (mine) send(latest, next);
      else save.reset();
    },
  });

  const taken = save.error instanceof ApiProblem && save.error.code === 'sku_taken';
  const refused = refusedFields(save.error);
  const errorOf = (field: ItemField): string | null => {
    if (refusal?.missing.includes(field)) return t('form.needed');
    if (refusal?.wrong.includes(field)) return t(`form.wrong.${field as 'stock'}`);
    if (field === 'sku' && taken) return t('form.skuTaken');
    return refused.includes(field) ? shell.t('form.invalid') : null;
  };
  const count = (Object.keys(fields) as ItemField[]).filter((field) => errorOf(field) !== null).length;
  const text = (field: Exclude<ItemField, 'kind' | 'photos'>) => ({
    label: t(`form.fields.${field}`),
    value: fields[field],
    error: errorOf(field),
    onChange: ({ target }: { target: { value: string } }) =>
      setFields((known) => ({ ...known, [field]: target.value })),
  });

  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={t(item ? 'form.editTitle' : 'form.createTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" type="submit" form="item" busy={save.isPending}>
            {t(item ? 'form.save' : 'form.create')}
          </Button>
        </>
      }
    >
      <form
        id="item"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send(base, fields);
        }}
        className="flex flex-col gap-4"
      >
        <FormSummary count={count} of={refusal ?? save.error} error={save.error}>
          {base && isStale(save.error) ? (
            <StaleChoice
              words={renew.error ? problemText(renew.error) : t('form.stale')}
              onOverwrite={() => renew.mutate({ from: base, mine: true })}
              onTakeTheirs={() => renew.mutate({ from: base, mine: false })}
            />
          ) : null}
        </FormSummary>
        <TextField {...text('name')} maxLength={200} />
        <div className="grid grid-cols-2 gap-3">
          <TextField {...text('sku')} maxLength={64} spellCheck={false} autoCapitalize="characters" />
          <Select
            label={t('form.fields.kind')}
            value={fields.kind}
            onValueChange={(kind) => setFields((known) => ({ ...known, kind }))}
            options={ITEM_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextField {...text('category')} maxLength={80} list="item-categories" />
          <TextField {...text('brand')} optional maxLength={80} />
          <TextField {...text('priceRetail')} inputMode="decimal" help={t('form.moneyHelp', { currency })} />
          <TextField {...text('priceWholesale')} optional inputMode="decimal" />
          <TextField {...text('stock')} optional inputMode="numeric" help={t('form.stockHelp')} />
          <TextField {...text('url')} optional type="url" maxLength={1000} />
        </div>
        <datalist id="item-categories">
          {categoriesOf(shelf.data?.data ?? [], i18n.language).map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <TextArea {...text('description')} optional maxLength={4000} rows={3} />
        <TextArea {...text('attributes')} optional rows={3} help={t('form.attributesHelp')} />
        <PhotosField
          value={fields.photos}
          onChange={(next) => setFields((known) => ({ ...known, photos: next(known.photos) }))}
        />
        <TextArea {...text('images')} optional rows={2} help={t('form.imagesHelp')} spellCheck={false} />
      </form>
    </Sheet>
  );
}

import { Button, IconButton, Switch, TextField } from '@hilo/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Part } from '../../components/part';
import type { Store } from '../../model/business-form';

const LIMITS = { name: 120, address: 200, city: 100, hours: 200 } as const;

/** Where customers may go; ISAC answers with these very words. */
export function StoresPart({
  stores,
  wrong,
  onChange,
}: {
  stores: readonly Store[];
  wrong: boolean;
  onChange: (stores: Store[]) => void;
}) {
  const { t } = useTranslation('settings');
  const change = (index: number, part: Partial<Store>) =>
    onChange(stores.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Part title={t('stores.title')} help={t('stores.help')}>
      <div className="flex flex-col gap-4">
        {stores.map((store, index) => (
          <fieldset key={store.id ?? index} className="rounded-lg border border-line p-4">
            <legend className="sr-only">{store.name || t('stores.fresh')}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              {(['name', 'city', 'address', 'hours'] as const).map((field) => (
                <TextField
                  key={field}
                  label={t(`stores.${field}`)}
                  maxLength={LIMITS[field]}
                  value={store[field]}
                  error={wrong && field === 'name' && store.name.trim() === '' ? t('stores.wrong') : null}
                  onChange={(event) => change(index, { [field]: event.target.value })}
                />
              ))}
            </div>
            <div className="mt-3 flex items-center justify-between gap-4">
              <Switch
                label={t('stores.pickup')}
                checked={store.pickup}
                onCheckedChange={(pickup) => change(index, { pickup })}
              />
              <IconButton
                size="sm"
                label={t('stores.remove', { name: store.name || t('stores.fresh') })}
                icon={<Trash2 aria-hidden size={15} />}
                onClick={() => onChange(stores.filter((_, at) => at !== index))}
              />
            </div>
          </fieldset>
        ))}
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => onChange([...stores, { name: '', address: '', city: '', hours: '', pickup: true }])}
        >
          {t('stores.add')}
        </Button>
      </div>
    </Part>
  );
}

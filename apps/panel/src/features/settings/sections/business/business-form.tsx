import { Button, Combobox, Select, TextField, showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { businessQuery } from '../../../../app/business';
import { ifMatch } from '../../api/if-match';
import { FormProblem } from '../../components/form-problem';
import { LeaveGuard } from '../../components/leave-guard';
import { Part } from '../../components/part';
import { useDraft } from '../../hooks/use-draft';
import { VOICES, businessBody, businessFields, misplacedSpans, type BusinessSettings } from '../../model/business-form';
import { changedFields } from '../../model/changed-fields';
import { isRefused } from '../../../../app/refused-fields';
import { HolidaysPart } from './holidays-part';
import { HoursPart } from './hours-part';
import { StoresPart } from './stores-part';

const option = (value: string, label = value) => ({ value, label });

export function BusinessForm({ settings: given }: { settings: BusinessSettings }) {
  const { t, i18n } = useTranslation('settings');
  const client = useQueryClient();
  const [settings, setSettings] = useState(given);
  const [tried, setTried] = useState(false);
  const before = businessFields(settings);
  const { value, set, dirty, restart } = useDraft(before);
  const keep = (fresh: BusinessSettings) => {
    setSettings(fresh);
    restart(businessFields(fresh));
    setTried(false);
    void client.invalidateQueries({ queryKey: businessQuery.queryKey });
  };
  const save = useMutation({
    mutationFn: () =>
      ask('PATCH', '/settings', {
        body: businessBody(changedFields(before, value)),
        headers: ifMatch(settings.version),
      }),
    onSuccess: (fresh) => {
      keep(fresh);
      showToast({ tone: 'success', title: t('saved') });
    },
  });
  const reload = async () => {
    keep(await ask('GET', '/settings'));
    save.reset();
  };
  const zones = useMemo(
    () => Intl.supportedValuesOf('timeZone').map((zone) => option(zone, zone.replaceAll('_', ' '))),
    [],
  );
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => option(code, `${code} · ${names.of(code) ?? code}`));
  }, [i18n.language]);
  const wrong = {
    name: value.name.trim() === '',
    country: !/^[A-Z]{2}$/.test(value.country),
    hours: misplacedSpans(value.hours).length > 0,
    holidays: value.holidays.some(({ date, name }) => name.trim() === '' || !/^(\d{4}-|--)\d\d-\d\d$/.test(date)),
    stores: value.stores.some(({ name }) => name.trim() === ''),
  };
  const error = (field: 'name' | 'timeZone' | 'currency' | 'country') =>
    (tried && (field === 'name' || field === 'country') && wrong[field]) || isRefused(save.error, `/business/${field}`)
      ? t(`business.wrong.${field}`)
      : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!Object.values(wrong).some(Boolean)) save.mutate();
  };

  return (
    <form noValidate onSubmit={submit}>
      <FormProblem error={save.error} onReload={() => void reload()} />
      <Part title={t('business.identity')} help={t('business.identityHelp')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            className="sm:col-span-2"
            label={t('business.name')}
            maxLength={120}
            value={value.name}
            error={error('name')}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Combobox
            label={t('business.timeZone')}
            options={zones}
            value={option(value.timeZone, value.timeZone.replaceAll('_', ' '))}
            error={error('timeZone')}
            onValueChange={(chosen) => {
              if (chosen) set({ timeZone: chosen.value });
            }}
          />
          <Combobox
            label={t('business.currency')}
            options={currencies}
            value={currencies.find((one) => one.value === value.currency) ?? option(value.currency)}
            error={error('currency')}
            onValueChange={(chosen) => {
              if (chosen) set({ currency: chosen.value });
            }}
          />
          <TextField
            label={t('business.country')}
            help={t('business.countryHelp')}
            maxLength={2}
            value={value.country}
            error={error('country')}
            onChange={(event) => set({ country: event.target.value.toUpperCase() })}
          />
          <Select
            label={t('business.voice')}
            help={t('business.voiceHelp')}
            value={value.voice}
            onValueChange={(voice) => set({ voice })}
            options={VOICES.map(
              (voice) =>
                option(voice, t(`business.voices.${voice}`)) as { value: (typeof VOICES)[number]; label: string },
            )}
          />
        </div>
      </Part>
      <HoursPart hours={value.hours} refused={isRefused(save.error, '/hours')} onChange={(hours) => set({ hours })} />
      <HolidaysPart
        holidays={value.holidays}
        wrong={(tried && wrong.holidays) || isRefused(save.error, '/holidays')}
        onChange={(holidays) => set({ holidays })}
      />
      <StoresPart
        stores={value.stores}
        wrong={(tried && wrong.stores) || isRefused(save.error, '/stores')}
        onChange={(stores) => set({ stores })}
      />
      {dirty ? (
        <div className="sticky bottom-3 z-10 mt-4 flex flex-wrap items-center justify-end gap-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-pop">
          <p className="mr-auto text-ink-2">{t('form.unsaved')}</p>
          <Button
            onClick={() => {
              restart(before);
              save.reset();
            }}
          >
            {t('form.discard')}
          </Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      ) : null}
      <LeaveGuard dirty={dirty} what={t('sections.negocio')} />
    </form>
  );
}

import { Button, Checkbox, IconButton, TextField } from '@hilo/ui';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Part } from '../../components/part';
import { dayOf, holidayDate, isYearly, type Holiday } from '../../model/business-form';

/** Days without business, once or every year. */
export function HolidaysPart({
  holidays,
  wrong,
  onChange,
}: {
  holidays: readonly Holiday[];
  wrong: boolean;
  onChange: (holidays: Holiday[]) => void;
}) {
  const { t } = useTranslation('settings');
  const year = new Date().getFullYear();
  const change = (index: number, part: Partial<Holiday>) =>
    onChange(holidays.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Part title={t('holidays.title')} help={t('holidays.help')}>
      <div className="flex flex-col gap-3">
        {holidays.length === 0 ? <p className="text-ink-3">{t('holidays.none')}</p> : null}
        {holidays.map(({ date, name }, index) => (
          <div key={index} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line pb-3">
            <TextField
              hideLabel
              type="date"
              className="w-40"
              label={t('holidays.date')}
              value={dayOf(date, year)}
              onChange={(event) => change(index, { date: holidayDate(event.target.value, isYearly(date)) })}
            />
            <TextField
              hideLabel
              className="min-w-40 flex-1"
              maxLength={80}
              label={t('holidays.name')}
              placeholder={t('holidays.name')}
              value={name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <Checkbox
              label={t('holidays.yearly')}
              checked={isYearly(date)}
              onCheckedChange={(yearly) => change(index, { date: holidayDate(dayOf(date, year), yearly) })}
            />
            <IconButton
              size="sm"
              label={t('holidays.remove', { name: name || date })}
              icon={<X aria-hidden size={15} />}
              onClick={() => onChange(holidays.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        {wrong ? <p className="text-label text-danger">{t('holidays.wrong')}</p> : null}
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => onChange([...holidays, { date: `${year}-12-25`, name: '' }])}
        >
          {t('holidays.add')}
        </Button>
      </div>
    </Part>
  );
}

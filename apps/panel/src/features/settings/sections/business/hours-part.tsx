import { Button, IconButton, TextField } from '@hilo/ui';
import { Copy, Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../../components/part';
import { WEEKDAYS, misplacedSpans, nextSpan, type Span } from '../../model/business-form';

const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The ordinary week, day by day, each with as many stretches as needed. */
export function HoursPart({
  hours,
  refused,
  onChange,
}: {
  hours: readonly Span[];
  refused: boolean;
  onChange: (hours: Span[]) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const dayName = useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
    return (weekday: number) => format.format(MONDAY_MS + (weekday - 1) * DAY_MS);
  }, [i18n.language]);
  const misplaced = new Set(misplacedSpans(hours));
  const change = (index: number, part: Partial<Span>) =>
    onChange(hours.map((span, at) => (at === index ? { ...span, ...part } : span)));
  const monday = hours.filter(({ weekday }) => weekday === 1);
  return (
    <Part title={t('hours.title')} help={t('hours.help')}>
      <ul className="flex flex-col">
        {WEEKDAYS.map((weekday) => {
          const spans = hours.flatMap((span, index) => (span.weekday === weekday ? [{ span, index }] : []));
          const name = dayName(weekday);
          return (
            <li
              key={weekday}
              className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-2 last:border-0"
            >
              <span className="w-full pt-2 font-medium capitalize sm:w-24">{name}</span>
              <div className="flex min-w-0 flex-1 flex-col gap-2">
                {spans.length === 0 ? <p className="pt-2 text-ink-3">{t('hours.closed')}</p> : null}
                {spans.map(({ span, index }) => (
                  <div key={index}>
                    <div className="flex items-center gap-2">
                      <TextField
                        hideLabel
                        type="time"
                        className="w-32"
                        label={t('hours.opens', { day: name })}
                        value={span.opens}
                        onChange={(event) => change(index, { opens: event.target.value })}
                      />
                      <span aria-hidden className="text-ink-3">
                        –
                      </span>
                      <TextField
                        hideLabel
                        type="time"
                        className="w-32"
                        label={t('hours.closes', { day: name })}
                        value={span.closes === '24:00' ? '00:00' : span.closes}
                        onChange={(event) =>
                          change(index, { closes: event.target.value === '00:00' ? '24:00' : event.target.value })
                        }
                      />
                      <IconButton
                        size="sm"
                        label={t('hours.remove', { day: name })}
                        icon={<X aria-hidden size={15} />}
                        onClick={() => onChange(hours.filter((_, at) => at !== index))}
                      />
                    </div>
                    {misplaced.has(index) ? (
                      <p className="mt-1 text-label text-danger">{t('hours.misplaced')}</p>
                    ) : null}
                  </div>
                ))}
              </div>
              <IconButton
                label={t('hours.add', { day: name })}
                icon={<Plus aria-hidden size={16} />}
                onClick={() => onChange([...hours, nextSpan(hours, weekday)])}
              />
            </li>
          );
        })}
      </ul>
      {refused ? <p className="mt-2 text-label text-danger">{t('hours.refused')}</p> : null}
      {monday.length > 0 ? (
        <Button
          size="sm"
          variant="ghost"
          className="mt-2"
          icon={<Copy aria-hidden size={14} />}
          onClick={() =>
            onChange([
              ...[1, 2, 3, 4, 5].flatMap((weekday) => monday.map((span) => ({ ...span, weekday }))),
              ...hours.filter(({ weekday }) => weekday > 5),
            ])
          }
        >
          {t('hours.copyMonday')}
        </Button>
      ) : null}
    </Part>
  );
}

import { Button, Select, Switch, showToast } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, FastForward, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../i18n/problem-text';
import { changeSwitches, moveClock } from '../api/phone-deeds';
import { clockQuery, switchesQuery } from '../api/phone-queries';
import { useSimulatorTimes } from '../hooks/use-simulator-times';
import { FAILURE_CODES, isFailureCode } from '../model/failure-codes';
import { duration } from '../model/timeline';

const HOUR_MS = 3_600_000;

/** What can go wrong on the way, and how late it is. */
export function Controls({ duplicate, onDuplicate }: { duplicate: boolean; onDuplicate: (on: boolean) => void }) {
  const { t } = useTranslation('simulator');
  return (
    <section aria-label={t('controls.title')} className="flex flex-col gap-4 border-t border-line px-4 py-4">
      <ClockControl />
      <div className="flex flex-col gap-3 border-t border-line pt-4">
        <h2 className="text-label font-medium text-ink-2">{t('controls.mishaps')}</h2>
        <Switch label={t('controls.duplicate')} checked={duplicate} onCheckedChange={onDuplicate} />
        <Mishaps />
      </div>
    </section>
  );
}

function useRefused() {
  const { t } = useTranslation('simulator');
  return (error: unknown) =>
    showToast({ tone: 'danger', title: t('controls.refused'), description: problemText(error) });
}

function ClockControl() {
  const { t, i18n } = useTranslation('simulator');
  const { moment } = useSimulatorTimes();
  const client = useQueryClient();
  const refused = useRefused();
  const clock = useQuery({ ...clockQuery, refetchInterval: 30_000 }).data;
  const move = useMutation({
    mutationFn: moveClock,
    onSuccess: (now) => {
      client.setQueryData(clockQuery.queryKey, now);
      // Windows close and what was due is due: nothing that was read before the move may be believed.
      void client.invalidateQueries();
    },
    onError: refused,
  });
  const stuck = clock && !clock.movable ? t('clock.stuck') : null;
  const forward = (hours: number) => (
    <Button
      size="sm"
      icon={hours === 1 ? <AlarmClock aria-hidden size={14} /> : <FastForward aria-hidden size={14} />}
      aria-disabled={move.isPending || stuck !== null}
      onClick={() => {
        if (!move.isPending && stuck === null) move.mutate({ advanceMs: hours * HOUR_MS });
      }}
    >
      {t('clock.forward', { hours })}
    </Button>
  );
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-label font-medium text-ink-2">{t('clock.title')}</h2>
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-medium">{clock ? moment(clock.now) : '—'}</span>
        <span className="text-label text-ink-3">
          {clock && clock.offsetMs > 0
            ? t('clock.ahead', { time: duration(clock.offsetMs, i18n.language) })
            : t('clock.real')}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {forward(1)}
        {forward(25)}
        {clock && clock.offsetMs > 0 ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<RotateCcw aria-hidden size={14} />}
            busy={move.isPending}
            onClick={() => move.mutate({ reset: true })}
          >
            {t('clock.back')}
          </Button>
        ) : null}
      </div>
      {stuck ? (
        <p className="text-label text-ink-3">{stuck}</p>
      ) : (
        <p className="text-label text-ink-3">{t('clock.help')}</p>
      )}
    </div>
  );
}

function Mishaps() {
  const { t } = useTranslation('simulator');
  const client = useQueryClient();
  const refused = useRefused();
  const switches = useQuery(switchesQuery).data;
  const [code, setCode] = useState<string>(String(FAILURE_CODES[0]));
  const change = useMutation({
    mutationFn: changeSwitches,
    onSuccess: (now) => client.setQueryData(switchesQuery.queryKey, now),
    onError: refused,
  });
  const words = (one: number) => (isFailureCode(one) ? `${one} · ${t(`codes.${one}`)}` : String(one));
  const waiting = switches?.refusals ?? [];
  return (
    <>
      <Switch
        label={t('controls.shuffled')}
        checked={switches?.statuses === 'shuffled'}
        onCheckedChange={(on) => change.mutate({ statuses: on ? 'shuffled' : 'on' })}
      />
      <div className="flex flex-col gap-2">
        <Select
          compact
          label={t('controls.failNext')}
          value={code}
          onValueChange={setCode}
          options={FAILURE_CODES.map((one) => ({ value: String(one), label: words(one) }))}
        />
        <Button
          size="sm"
          className="self-start"
          busy={change.isPending}
          icon={<TriangleAlert aria-hidden size={14} />}
          onClick={() => change.mutate({ failNextDelivery: Number(code) })}
        >
          {t('controls.fail')}
        </Button>
        {waiting.length > 0 ? (
          <div
            role="status"
            className="flex items-start justify-between gap-2 rounded-md bg-warning-soft px-2.5 py-1.5 text-label text-warning"
          >
            <span>
              {t('controls.willFail', { count: waiting.length, codes: waiting.map((one) => one.code).join(', ') })}
            </span>
            <button
              type="button"
              aria-label={t('controls.cancelFail')}
              onClick={() => change.mutate({ refusals: [] })}
              className="flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-surface"
            >
              <X aria-hidden size={14} />
            </button>
          </div>
        ) : null}
      </div>
    </>
  );
}

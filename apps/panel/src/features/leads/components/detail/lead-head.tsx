import { Badge, Progress, Select } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/lead-queries';
import { useChangeLead } from '../../api/use-change-lead';
import { QUALITIES } from '../../model/lead';
import { QualityMark } from '../marks';
import { StateSteps, type StateStepsProps } from './state-steps';

const FACTS = ['contact', 'item', 'budget', 'urgency', 'city'] as const;
const isFact = (reason: string): reason is (typeof FACTS)[number] => FACTS.some((fact) => fact === reason);

/** Where a lead stands: its step, whose it is and how good it is, with the reasons. */
export function LeadHead({ lead, mayWrite, onMove }: StateStepsProps) {
  const { t } = useTranslation('leads');
  const colleagues = useQuery({ ...colleaguesQuery, enabled: mayWrite });
  const { mutate } = useChangeLead();
  const known = colleagues.data ?? [];
  const people = lead.assignee && !known.some(({ id }) => id === lead.assignee?.id) ? [lead.assignee, ...known] : known;

  const assign = (id: string) => {
    const person = people.find((one) => one.id === id);
    const assignee = person ? { id: person.id, name: person.name, initials: person.initials } : null;
    mutate({ lead, change: { assigneeId: assignee?.id ?? null }, assignee });
  };
  return (
    <div className="flex flex-col gap-4 px-4 pb-4 md:px-6">
      <StateSteps lead={lead} mayWrite={mayWrite} onMove={onMove} />
      <div className="grid items-start gap-x-6 gap-y-4 md:grid-cols-[minmax(0,14rem)_minmax(0,14rem)_1fr]">
        {mayWrite ? (
          <Select
            label={t('detail.assignee')}
            value={lead.assignee?.id ?? 'none'}
            onValueChange={assign}
            options={[
              { value: 'none', label: t('nobody') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : (
          <p>
            <span className="block text-label font-medium text-ink-2">{t('detail.assignee')}</span>
            {lead.assignee?.name ?? t('nobody')}
          </p>
        )}
        {mayWrite ? (
          <Select
            label={t('detail.quality')}
            value={lead.quality ?? 'auto'}
            onValueChange={(quality) => mutate({ lead, change: { quality: quality === 'auto' ? null : quality } })}
            options={[
              { value: 'auto' as const, label: t('detail.qualityAuto') },
              ...QUALITIES.map((value) => ({ value, label: t(`qualities.${value}`) })),
            ]}
          />
        ) : lead.quality ? (
          <p>
            <span className="block text-label font-medium text-ink-2">{t('detail.quality')}</span>
            <QualityMark quality={lead.quality} />
          </p>
        ) : null}
        <div className="flex flex-col gap-2">
          <Progress
            label={t('detail.completeness')}
            value={lead.completeness}
            valueText={t('detail.percent', { percent: lead.completeness })}
            tone={lead.completeness >= 80 ? 'success' : 'accent'}
          />
          <p className="flex flex-wrap items-center gap-1.5 text-label text-ink-3">
            {lead.quality && lead.qualityBy ? (
              <>
                <QualityMark quality={lead.quality} />
                <span>{t(`detail.judgedBy.${lead.qualityBy}`)}</span>
              </>
            ) : null}
            {lead.qualityReasons.map((reason) => (
              <Badge key={reason}>{isFact(reason) ? t(`detail.facts.${reason}`) : reason}</Badge>
            ))}
          </p>
        </div>
      </div>
    </div>
  );
}

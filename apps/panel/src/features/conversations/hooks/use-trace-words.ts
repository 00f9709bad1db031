import type { Schemas } from '@hilo/api-client';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { reasonKeys, ruleKeys, rulesOf } from '../model/trace-words';

type Slot = keyof Schemas['SlotsView'] | 'item';

/** Codes and short English of a trace in the person's words; what has none yet is shown as it came. */
export function useTraceWords() {
  const { t } = useTranslation('conversations');
  const ours = (keys: readonly string[]): string | null => {
    const key = keys.find((one) => i18next.exists(one, { ns: 'conversations' }));
    return key ? t(key as 'trace.because.model') : null;
  };
  const said = (keys: readonly string[], told: string): string => ours(keys) ?? told.replaceAll('_', ' ');
  const rule = (told: string) => said(ruleKeys(told), told);
  const coded = (group: string) => (code: string) => said([`trace.${group}.${code}`], code);
  return {
    rule,
    reason: (told: string) => ours(reasonKeys(told)) ?? rulesOf(told).map(rule).join('. '),
    state: coded('states'),
    slot: (name: string) => t(`trace.slots.${name as Slot}`, { defaultValue: name.replaceAll('_', ' ') }),
    engine: (told: string) => {
      const own = /^embedded (?<version>\S+)$/.exec(told)?.groups?.['version'];
      return own === undefined ? t('trace.model', { model: told }) : t('trace.engine', { version: own });
    },
    action: coded('actions'),
    verdict: coded('guard'),
    step: coded('stepNames'),
  };
}

import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../app/api-problem';
import type { Network } from '../../../app/network';
import { useNetworkName } from '../../../app/network-mark';
import { isRefused } from '../../../app/refused-fields';
import { UTM_KEYS, type UtmKey } from '../model/utm';

const FIELDS = ['itemId', 'name', 'networks', 'channelId', 'message'] as const;

/** What is wrong with a link, in words, by field. */
export type LinkErrors = Partial<Record<(typeof FIELDS)[number] | UtmKey, string>>;

/** A refusal's words by field; a taken name says on which networks. */
export function useRefusedLink(error: unknown): LinkErrors {
  const { t } = useTranslation('links');
  const shell = useTranslation('shell');
  const networkName = useNetworkName();
  if (error instanceof ApiProblem && error.code === 'duplicate_link') {
    const taken = Array.isArray(error.extra['networks']) ? (error.extra['networks'] as Network[]) : [];
    return { name: t('form.duplicate', { networks: taken.map(networkName).join(', ') }) };
  }
  const marked = [
    ...FIELDS.filter((field) => isRefused(error, `/${field}`)),
    ...UTM_KEYS.filter((key) => isRefused(error, `/utm/${key}`)),
  ];
  return Object.fromEntries(marked.map((field) => [field, shell.t('form.invalid')]));
}

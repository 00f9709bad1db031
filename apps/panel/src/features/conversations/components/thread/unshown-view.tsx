import { CircleHelp } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { readUnshown } from '../../model/inbound-context';
import type { Message } from '../../model/message';

/** Our words for it, else the provider's own. */
function inWords(key: string, theirs: string | null): string | null {
  return i18next.exists(key, { ns: 'conversations' })
    ? i18next.t(key as 'unshown.codes.131051', { ns: 'conversations' })
    : theirs;
}

/** A message that cannot be shown here: what it was and why, as far as the provider told. */
export function UnshownView({ message }: { message: Message }) {
  const { t } = useTranslation('conversations');
  const { type, code, reason } = readUnshown(message);
  const what = type === null ? null : inWords(`unshown.types.${type}`, type.replace(/_/g, ' '));
  const why = code === null ? reason : inWords(`unshown.codes.${code}`, reason);
  return (
    <span className="flex gap-1.5 text-ink-3">
      <CircleHelp size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        {what ? t('unshown.named', { what }) : t('thread.unsupported')}
        {why ? (
          <span className="block text-label">
            {why}
            {code === null ? null : ` (${code})`}
          </span>
        ) : null}
      </span>
    </span>
  );
}

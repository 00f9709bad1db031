import { Button, IconButton, Menu, MenuItem } from '@hilo/ui';
import { ChevronDown, Sparkles, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../../app/shortcuts';
import { settleSuggestion } from '../../api/suggestion-store';
import { DISMISS_REASONS, tellDismissed, tellUsed, type DismissReason } from '../../api/turn-query';
import { useIntentWord } from '../../hooks/use-intent-word';
import { useSuggestion } from '../../hooks/use-suggestion';
import type { Conversation } from '../../model/conversation';
import type { Message } from '../../model/message';
import type { Suggestion } from '../../model/suggestion';

interface BarProps {
  /** Puts the words into the composer; nothing is sent. */
  onUse: (reply: string) => void;
  onTrace: (turnId: string) => void;
}

function Bar({ suggestion, onUse, onTrace }: BarProps & { suggestion: Suggestion }) {
  const { t, i18n } = useTranslation('conversations');
  const word = useIntentWord();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const { id, intent, confidence, reply } = suggestion;
  const use = () => {
    tellUsed(id);
    settleSuggestion(id);
    onUse(reply);
  };
  const dismiss = (reason: DismissReason | null) => {
    tellDismissed(id, reason);
    settleSuggestion(id);
  };
  const group = t('keys.thread');
  useShortcut({ keys: 's', label: t('keys.useSuggestion'), group, run: use });
  useShortcut({ keys: 'v', label: t('keys.trace'), group, run: () => onTrace(id) });
  const about = [
    t('suggestion.title'),
    intent ? word(intent) : null,
    confidence === null ? null : t('suggestion.confidence', { part: percent.format(confidence) }),
  ];
  return (
    <section
      aria-label={t('suggestion.title')}
      className="rise-in mx-3 mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-b-bot px-3 py-2 md:mx-6"
    >
      <Sparkles aria-hidden size={18} strokeWidth={1.75} className="shrink-0 self-start text-ink-2" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-label font-medium text-ink-2">{about.filter(Boolean).join(' · ')}</p>
        <p className="line-clamp-2 text-chat">{reply}</p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        <Button variant="ghost" onClick={() => onTrace(id)}>
          {t('suggestion.trace')}
        </Button>
        <Button variant="primary" onClick={use}>
          {t('suggestion.use')}
        </Button>
        <IconButton label={t('suggestion.dismiss')} icon={<X aria-hidden size={16} />} onClick={() => dismiss(null)} />
        <Menu
          align="end"
          trigger={<IconButton label={t('suggestion.dismissBecause')} icon={<ChevronDown aria-hidden size={16} />} />}
        >
          {DISMISS_REASONS.map((reason) => (
            <MenuItem key={reason} onSelect={() => dismiss(reason)}>
              {t(`suggestion.reasons.${reason}`)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </section>
  );
}

/** What ISAC would answer, offered above the composer without moving the thread's end. */
export function SuggestionBar({
  conversation,
  messages,
  ...acts
}: BarProps & { conversation: Conversation; messages: readonly Message[] }) {
  const suggestion = useSuggestion(conversation, messages);
  return suggestion ? <Bar {...acts} suggestion={suggestion} /> : null;
}

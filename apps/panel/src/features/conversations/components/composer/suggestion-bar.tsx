import { Button, IconButton } from '@hilo/ui';
import { Sparkles, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../../app/shortcuts';
import { judgeTurn } from '../../api/turn-query';
import { useSuggestions, withdrawSuggestion, type Suggestion } from '../../api/suggestion-store';
import { useIntentWord } from '../../hooks/use-intent-word';

interface SuggestionBarProps {
  conversationId: string;
  /** Puts the words into the composer; nothing is sent. */
  onUse: (reply: string) => void;
  onTrace: (turnId: string) => void;
}

function Bar({ suggestion, conversationId, onUse, onTrace }: SuggestionBarProps & { suggestion: Suggestion }) {
  const { t, i18n } = useTranslation('conversations');
  const word = useIntentWord();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const use = () => {
    judgeTurn(suggestion.id, 'use');
    withdrawSuggestion(conversationId);
    onUse(suggestion.reply);
  };
  const dismiss = () => {
    judgeTurn(suggestion.id, 'dismiss');
    withdrawSuggestion(conversationId);
  };
  const group = t('keys.thread');
  useShortcut({ keys: 's', label: t('keys.useSuggestion'), group, run: use });
  useShortcut({ keys: 'v', label: t('keys.trace'), group, run: () => onTrace(suggestion.id) });
  const about = [
    t('suggestion.title'),
    suggestion.intent ? word(suggestion.intent) : null,
    suggestion.confidence === null ? null : t('suggestion.confidence', { part: percent.format(suggestion.confidence) }),
  ];
  return (
    <section
      aria-label={t('suggestion.title')}
      className="rise-in mx-3 mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-b-bot px-3 py-2 md:mx-6"
    >
      <Sparkles aria-hidden size={18} strokeWidth={1.75} className="shrink-0 self-start text-ink-2" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-label font-medium text-ink-2">{about.filter(Boolean).join(' · ')}</p>
        <p className="line-clamp-2 text-chat">{suggestion.reply}</p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        <Button variant="ghost" onClick={() => onTrace(suggestion.id)}>
          {t('suggestion.trace')}
        </Button>
        <Button variant="primary" onClick={use}>
          {t('suggestion.use')}
        </Button>
        <IconButton label={t('suggestion.dismiss')} icon={<X aria-hidden size={16} />} onClick={dismiss} />
      </div>
    </section>
  );
}

/** What ISAC would answer, offered above the composer without moving the thread's end. */
export function SuggestionBar(props: SuggestionBarProps) {
  const suggestion = useSuggestions((state) => state.suggestions[props.conversationId]);
  return suggestion ? <Bar {...props} suggestion={suggestion} /> : null;
}

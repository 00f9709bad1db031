import { EmojiPicker as Base } from 'frimousse';
import { useTranslation } from 'react-i18next';

const LOCALES = { es: 'es', en: 'en', 'pt-BR': 'pt' } as const;

/** Every emoji, found by its name. The data is ours (/emoji): nothing is fetched from other sites. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, i18n } = useTranslation('conversations');
  const locale = LOCALES[i18n.language as keyof typeof LOCALES] ?? 'es';
  return (
    <Base.Root
      locale={locale}
      emojibaseUrl="/emoji"
      columns={8}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex h-80 w-full flex-col"
    >
      <Base.Search
        autoFocus
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        className="mx-2 mt-2 h-9 rounded-md border border-line-strong bg-surface px-3 text-ui placeholder:text-ink-3"
      />
      <Base.Viewport className="relative mt-2 flex-1 outline-none">
        <Base.Loading className="absolute inset-0 flex items-center justify-center text-ink-3">
          {t('emoji.loading')}
        </Base.Loading>
        <Base.Empty className="absolute inset-0 flex items-center justify-center text-ink-3">
          {t('emoji.none')}
        </Base.Empty>
        <Base.List
          className="pb-2 select-none"
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div {...props} className="bg-surface px-3 pt-2 pb-1 text-label font-medium text-ink-3">
                {category.label}
              </div>
            ),
            Row: ({ children, ...props }) => (
              // Rows are counted from one; the base counts from zero.
              <div {...props} aria-rowindex={(props['aria-rowindex'] ?? 0) + 1} className="px-2">
                {children}
              </div>
            ),
            Emoji: ({ emoji, ...props }) => (
              <button
                {...props}
                type="button"
                className="flex size-9 items-center justify-center rounded-sm text-xl data-active:bg-accent-soft"
              >
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </Base.Viewport>
    </Base.Root>
  );
}

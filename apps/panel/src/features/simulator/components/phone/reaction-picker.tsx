import { IconButton, Popover } from '@hilo/ui';
import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const EMOJIS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Six answers with one tap; the chosen one again takes it back. */
export function ReactionPicker({ chosen, onChoose }: { chosen: string | null; onChoose: (emoji: string) => void }) {
  const { t } = useTranslation('simulator');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      hideTitle
      title={t('phone.react')}
      open={open}
      onOpenChange={setOpen}
      side="top"
      align="center"
      trigger={<IconButton size="sm" label={t('phone.react')} icon={<SmilePlus aria-hidden size={15} />} />}
    >
      <div className="flex gap-0.5 p-1">
        {EMOJIS.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={emoji === chosen}
            aria-label={t('phone.reactWith', { emoji })}
            onClick={() => {
              onChoose(emoji === chosen ? '' : emoji);
              setOpen(false);
            }}
            className="flex size-9 items-center justify-center rounded-full text-section hover:bg-sunken aria-pressed:bg-accent-soft pointer-coarse:size-11"
          >
            {emoji}
          </button>
        ))}
      </div>
    </Popover>
  );
}

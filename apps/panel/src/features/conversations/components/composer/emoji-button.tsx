import { IconButton, Popover, Spinner } from '@hilo/ui';
import { Smile } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';

const EmojiPicker = lazy(() => import('./emoji-picker'));

export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation('conversations');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      hideTitle
      title={t('emoji.title')}
      side="top"
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label={t('emoji.title')} icon={<Smile aria-hidden size={20} strokeWidth={1.75} />} />}
    >
      <Suspense
        fallback={
          <div className="flex h-80 items-center justify-center">
            <Spinner />
          </div>
        }
      >
        <EmojiPicker
          onPick={(emoji) => {
            setOpen(false);
            onPick(emoji);
          }}
        />
      </Suspense>
    </Popover>
  );
}

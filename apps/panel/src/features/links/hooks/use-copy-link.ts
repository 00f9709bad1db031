import { copyText, showToast } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

/** Puts an address on the clipboard and says so, also to who cannot see. */
export function useCopyLink(): (url: string) => Promise<void> {
  const { t } = useTranslation('links');
  return async (url) => {
    try {
      await copyText(url);
      showToast({ tone: 'success', title: t('copied', { url }) });
    } catch {
      showToast({ tone: 'danger', title: t('copyFailed', { url }), lasts: 0 });
    }
  };
}

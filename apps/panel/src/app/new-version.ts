import { showToast } from '@hilo/ui';
import i18next from 'i18next';

/** A part that cannot be fetched any more means that a newer panel was installed. Offers to reload, never does it alone. */
export function offerNewVersion(): void {
  addEventListener('vite:preloadError', () => {
    showToast({
      title: i18next.t('newVersion.title', { ns: 'shell' }),
      lasts: 0,
      action: { label: i18next.t('newVersion.reload', { ns: 'shell' }), onPress: () => location.reload() },
    });
  });
}

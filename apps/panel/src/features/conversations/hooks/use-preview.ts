import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { previewLine, typeWord } from '../model/message-preview';
import { plainWords } from '../model/whatsapp-format';

/** One line of a message, in words. */
export function usePreview(): (message: { type?: string; preview: string }) => string {
  const { t } = useTranslation('conversations');
  return useCallback(
    ({ type = 'text', preview }) =>
      previewLine({ type, preview: plainWords(preview) }, (signed) => t(`types.${signed}`)),
    [t],
  );
}

export function useTypeWord(): (type: string) => string {
  const { t } = useTranslation('conversations');
  return useCallback((type) => typeWord(type, (signed) => t(`types.${signed}`)), [t]);
}

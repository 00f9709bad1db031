import { useMutation } from '@tanstack/react-query';
import { ask } from '../../../app/ask';

/** Keeps photos on our own host, one after the other; gives the addresses that stand for them in an item. */
export function useUploadPhotos(onKept: (address: string) => void) {
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const body = new FormData();
        body.append('file', file, file.name);
        const { url } = await ask('POST', '/catalogue/photos', { body });
        onKept(url);
      }
    },
  });
}

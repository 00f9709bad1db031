import type { Schemas } from '@hilo/api-client';
import { addressOf } from '../../../app/api';
import { ApiProblem, readProblem } from '../../../app/api-problem';
import { personHeader } from '../../../app/page-person';
import { sessionLost } from '../../../app/session-expiry';

export type MediaAsset = Schemas['MediaAssetView'];

/**
 * Stores a file for a conversation, telling how far it got (0 to 1). XMLHttpRequest, because fetch does not tell.
 * @throws ApiProblem
 */
export function upload(
  file: File,
  conversationId: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<MediaAsset> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', addressOf('/media', { conversationId }));
    for (const [name, value] of Object.entries(personHeader('POST'))) call.setRequestHeader(name, value);
    call.responseType = 'json';
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    call.onload = () => {
      const body: unknown = call.response;
      if (call.status === 401) sessionLost();
      if (call.status < 400) resolve(body as MediaAsset);
      else reject(readProblem(call.status, body, call.getResponseHeader('retry-after')));
    };
    call.onerror = () => reject(new ApiProblem('network', 0, 'No answer came.'));
    call.onabort = () => reject(new DOMException('The upload was given up.', 'AbortError'));
    signal.addEventListener('abort', () => call.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    call.send(form);
  });
}

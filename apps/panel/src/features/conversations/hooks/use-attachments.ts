import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../app/api-problem';
import { newId } from '../../../app/new-id';
import { upload } from '../api/upload';
import { isStored, mediaType, refusal, type Attachment } from '../model/attachment';

/** Files about to be sent: put in by button, paste or drag, going up at once, each with its own caption. */
export function useAttachments(conversationId: string, allowed: readonly string[]) {
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const calls = useRef(new Map<string, AbortController>());
  const urls = useRef(new Set<string>());

  const change = useCallback((id: string, part: Partial<Attachment>) => {
    setAttachments((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);

  const start = useCallback(
    (id: string, file: File) => {
      const call = new AbortController();
      calls.current.set(id, call);
      change(id, { progress: 0, problem: null });
      upload(file, conversationId, (progress) => change(id, { progress }), call.signal).then(
        (asset) => change(id, { progress: null, mediaId: asset.id }),
        (error: unknown) => {
          if (call.signal.aborted) return;
          change(id, { progress: null, problem: error instanceof ApiProblem ? error.code : 'unknown' });
        },
      );
    },
    [conversationId, change],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const id = newId();
        const type = mediaType(file, allowed);
        const problem = refusal(type, file, allowed);
        const previewUrl = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
        if (previewUrl) urls.current.add(previewUrl);
        setAttachments((all) => [
          ...all,
          { id, file, type, previewUrl, caption: '', progress: null, mediaId: null, problem },
        ]);
        if (problem === null) start(id, file);
      }
    },
    [allowed, start],
  );

  const remove = useCallback((id: string) => {
    calls.current.get(id)?.abort();
    setAttachments((all) => all.filter((one) => one.id !== id));
  }, []);

  const retry = (id: string) => {
    const found = attachments.find((one) => one.id === id);
    if (found) start(id, found.file);
  };

  useEffect(() => {
    const [running, made] = [calls.current, urls.current];
    return () => {
      for (const call of running.values()) call.abort();
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, []);

  return {
    attachments,
    add,
    remove,
    retry,
    caption: (id: string, caption: string) => change(id, { caption }),
    clear: () => setAttachments([]),
    /** Everything is stored and may be sent. */
    ready: attachments.length > 0 && attachments.every(isStored),
  };
}

export type Attachments = ReturnType<typeof useAttachments>;

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../app/api-problem';
import { upload } from '../api/upload';
import { refusedFile, type HeaderFile } from '../model/template-file';

interface Chosen {
  name: string;
  size: number;
  /** 0 to 1 while it goes up; null before and after. */
  progress: number | null;
  /** Code of what went wrong. */
  problem: string | null;
}

/** One file for the header of a template: refused at once if it is of the wrong kind, else stored; `onStored` is given its id, or '' when there is none (any more). */
export function useHeaderFile(conversationId: string, kind: HeaderFile, onStored: (mediaId: string) => void) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const call = useRef<AbortController | null>(null);
  useEffect(() => () => call.current?.abort(), []);

  const choose = useCallback(
    (file: File) => {
      call.current?.abort();
      onStored('');
      const about = { name: file.name, size: file.size };
      const refusal = refusedFile(kind, file);
      setChosen({ ...about, progress: refusal ? null : 0, problem: refusal });
      if (refusal) return;
      const mine = new AbortController();
      call.current = mine;
      upload(file, conversationId, (progress) => setChosen({ ...about, progress, problem: null }), mine.signal).then(
        ({ id }) => {
          setChosen({ ...about, progress: null, problem: null });
          onStored(id);
        },
        (error: unknown) => {
          if (mine.signal.aborted) return;
          setChosen({ ...about, progress: null, problem: error instanceof ApiProblem ? error.code : 'unknown' });
        },
      );
    },
    [conversationId, kind, onStored],
  );

  return { chosen, choose };
}

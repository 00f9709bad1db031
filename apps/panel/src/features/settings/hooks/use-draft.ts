import { useCallback, useState } from 'react';
import { isChanged } from '../model/changed-fields';

export interface Draft<T> {
  value: T;
  set: (change: Partial<T>) => void;
  dirty: boolean;
  /** Starts over from these values. */
  restart: (from: T) => void;
}

/** What is being typed over what the server has. */
export function useDraft<T extends object>(initial: T): Draft<T> {
  const [before, setBefore] = useState(initial);
  const [value, setValue] = useState(initial);
  const set = useCallback((change: Partial<T>) => setValue((now) => ({ ...now, ...change })), []);
  const restart = useCallback((from: T) => {
    setBefore(from);
    setValue(from);
  }, []);
  return { value, set, dirty: isChanged(before, value), restart };
}

import { useState } from 'react';
import { newId } from './new-id';

/**
 * The header by which something that is asked for twice is made once: the key lives as long as the words stay the
 * same. Ask once for each request, with its body.
 */
export function useSteadyKey(): (body: unknown) => { 'idempotency-key': string } {
  const [kept] = useState(() => ({ of: '', key: '' }));
  return (body) => {
    const of = JSON.stringify(body);
    if (kept.of !== of) Object.assign(kept, { of, key: newId() });
    return { 'idempotency-key': kept.key };
  };
}

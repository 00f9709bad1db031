import { setTimeout as pause } from 'node:timers/promises';

/** Slow enough for what people may ask a minute. */
const STEP_MS = 100;

/** Asks again until the answer is there. @throws after `patienceMs`, with what was waited for and the last answer. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  patienceMs = 30_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${patienceMs} ms in vain: ${what}`);
    await pause(STEP_MS);
  }
}

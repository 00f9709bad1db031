import { describe, expect, it } from '@jest/globals';
import { lastJsonLine } from './api-command.mjs';

describe('lastJsonLine', () => {
  it('finds the answer among log lines', () => {
    expect(lastJsonLine('booting\n{"level":30}\n{"migrated":2}\nbye\n')).toEqual({ migrated: 2 });
  });

  it('passes over half a line', () => expect(lastJsonLine('{"demo":true}\n{"half')).toEqual({ demo: true }));

  it('is undefined without one', () => expect(lastJsonLine('Usage: hilo')).toBeUndefined());
});

import { describe, expect, it } from '@jest/globals';
import { documentFrom } from './openapi-document.mjs';

describe('documentFrom', () => {
  it('writes the document the same way however it was printed', () => {
    const pretty = documentFrom('{\n  "openapi": "3.1.0",\n  "paths": {}\n}\n');
    expect(documentFrom('booting {1}\n{"openapi":"3.1.0","paths":{}}')).toBe(pretty);
    expect(documentFrom(`{"level":30}\n${pretty}{"level":40,"msg":"closing"}\n`)).toBe(pretty);
    expect(pretty.endsWith('}\n')).toBe(true);
  });

  it('refuses output without a document', () => expect(() => documentFrom('Usage: hilo')).toThrow(SyntaxError));
});

import type { Stage } from './stage.js';

type Schema = Record<string, unknown>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  /** The path below `/api/v1` with made-up ids in it. */
  address: string;
  /** Nobody is asked who they are. */
  open: boolean;
  /** A key may come in too. */
  keys: boolean;
  parameters: Parameter[];
  body: Schema | undefined;
  statuses: string[];
}

export interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: Parameter[];
        requestBody?: { content?: Record<string, { schema?: Schema }> };
        responses: object;
        security?: Record<string, unknown>[];
      }
    >
  >;
  components?: { schemas?: Record<string, Schema> };
}

export const NOBODYS_ID = '01a00000-0000-7000-8000-000000000000';
const METHODS = new Set(['get', 'post', 'patch', 'put', 'delete']);

export async function readDocument(stage: Stage): Promise<Document> {
  const answer = await fetch(`${stage.origin}/openapi.json`);
  if (answer.status !== 200) throw new Error(`openapi.json: ${answer.status}`);
  return (await answer.json()) as Document;
}

/** Every operation that the document knows. */
export const operationsOf = (document: Document): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody, responses, security = [] }]) => {
      if (!METHODS.has(method) || !path.startsWith('/api/v1')) return [];
      const names = security.flatMap((one) => Object.keys(one));
      const address = path
        .slice('/api/v1'.length)
        .replaceAll(/\{(\w+)\}/g, (_whole, name: string) => (/phone/i.test(name) ? '+593991110000' : NOBODYS_ID));
      return [
        {
          method: method.toUpperCase() as Operation['method'],
          path,
          address,
          open: names.length === 0,
          keys: names.includes('key') || names.includes('bearer'),
          parameters,
          body: requestBody?.content?.['application/json']?.schema,
          statuses: Object.keys(responses),
        },
      ];
    }),
  );

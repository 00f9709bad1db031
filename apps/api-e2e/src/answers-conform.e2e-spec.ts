import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channelOf, sells } from './testing/catalogue.js';
import { messagesOf, messageThat } from './testing/conversation.js';
import { customerWho, messageWithStatus, newPhone } from './testing/customer.js';
import { type Document, NOBODYS_ID, type Operation, operationsOf, readDocument } from './testing/operations.js';
import { openStage, type Stage } from './testing/stage.js';

type Schema = Record<string, unknown>;
type Answers = Record<string, { content?: Record<string, { schema?: Schema }> }>;

let stage: Stage;
let document: Document;
let validator: Ajv2020;
/** What stands for a name of a path. */
const ids = new Map<string, string>();
beforeAll(async () => {
  stage = await openStage();
  document = await readDocument(stage);
  validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  validator.addSchema({ $id: 'hilo', components: document.components });
  await somethingOfEverything();
}, 120_000);
afterAll(() => stage?.close(), 30_000);

/** The first of a list, by the path that lists it. */
async function first(path: string): Promise<string> {
  const { body } = await stage.admin.get<{ data?: { id: string }[] }>(path);
  return body.data?.[0]?.id ?? NOBODYS_ID;
}

async function somethingOfEverything(): Promise<void> {
  const item = await sells(stage.admin, { sku: 'LAP-14', name: 'Laptop Andina 14', amount: 59_900, stock: 6 });
  const { id: channelId } = await channelOf(stage.admin);
  const links = await stage.admin.send<{ data: { id: string; shortUrl: string }[] }>('POST', '/links', {
    itemId: item.id,
    name: 'Anuncio',
    networks: ['facebook'],
    channelId,
  });
  const [link] = links.body.data;
  const phone = newPhone();
  const words = await stage.provider.click(phone, 'Ana', link?.shortUrl ?? '');
  await stage.provider.write(phone, 'Ana', { type: 'text', text: words });
  const { conversation } = await customerWho(stage, '¿Cuánto cuesta la Laptop Andina 14?');
  const sent = await stage.admin.send<{ id: string; conversationId: string }>(
    'POST',
    `/conversations/${conversation.id}/messages`,
    { type: 'text', text: 'Hola' },
    { 'idempotency-key': 'conforms' },
  );
  await messageWithStatus(stage.admin, sent.body, 'sent', 'delivered', 'read');
  await stage.admin.send('POST', `/conversations/${conversation.id}/notes`, { text: 'Una nota', mentions: [] });
  await messageThat(stage.admin, conversation.id, 'is the note', ({ type }) => type === 'note');
  await stage.admin.send('POST', '/faq', { question: '¿Envían?', answer: 'Sí, a todo el país.' });
  await stage.admin.send('POST', '/teams', { name: 'Ventas', memberIds: [] });
  await stage.admin.send('POST', '/templates/sync');
  await stage.system('links:read');
  ids.set('messageId', sent.body.id);
  ids.set('idOrSku', item.id);
  for (const [start, path] of Object.entries({
    conversations: '',
    channels: channelId,
    links: link?.id,
    contacts: conversation.contact.id,
  }))
    ids.set(start, path || conversation.id);
  for (const list of ['users', 'teams', 'templates', 'leads', 'webhook-events', 'api-keys', 'faq'])
    ids.set(list, await first(`/${list}`));
}

/** The address of an operation with things that are there in the place of its names. */
const addressOf = ({ path }: Operation): string => {
  const below = path.slice('/api/v1/'.length);
  return `/${below}`.replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) => ids.get(name) ?? ids.get(below.split('/')[0] ?? '') ?? NOBODYS_ID,
  );
};

function check(operation: Operation, status: number): ValidateFunction | undefined {
  const responses = document.paths[operation.path]?.[operation.method.toLowerCase()]?.responses as Answers | undefined;
  const schema = responses?.[String(status)]?.content?.['application/json']?.schema;
  return schema && validator.compile(pointingAt(schema));
}

/** References of the document are references into the schema that holds its components. */
function pointingAt(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"hilo#/components/')) as Schema;
}

const needed: Readonly<Record<string, string>> = {
  '/search': '?q=laptop',
  '/assistant/turns': '?conversationId=',
  '/catalogue/search': '?q=laptop',
  '/sync': '?since=0',
};

describe('what every operation that reads answers', () => {
  it('is what the document says it is', async () => {
    const failures: unknown[] = [];
    let checked = 0;
    for (const operation of operationsOf(document).filter(({ method }) => method === 'GET')) {
      const address = addressOf(operation);
      const query = needed[address] ?? '';
      const answer = await stage.admin.get(
        `${address}${query}${query.endsWith('=') && query.includes('conversationId') ? (ids.get('conversations') ?? '') : ''}`,
      );
      if (answer.status !== 200) continue;
      const validate = check(operation, 200);
      if (!validate) continue;
      checked += 1;
      if (!validate(answer.body))
        failures.push({
          operation: operation.path,
          errors: validate.errors?.slice(0, 3).map(({ instancePath, message }) => `${instancePath} ${message}`),
        });
    }
    expect(failures).toEqual([]);
    expect(checked).toBeGreaterThan(35);
  });

  it('tells apart what it should: a message without its author does not pass', async () => {
    const [message] = await messagesOf(stage.admin, ids.get('conversations') ?? '');
    const operation = operationsOf(document).find(
      ({ method, path }) => method === 'GET' && path === '/api/v1/conversations/{id}/messages',
    );
    if (!operation) throw new Error('there is no such operation');
    const validate = check(operation, 200);
    expect(validate?.({ data: [message], nextCursor: null })).toBe(true);
    expect(validate?.({ data: [{ ...message, author: undefined }], nextCursor: null })).toBe(false);
  });
});

describe('what is refused', () => {
  it.each([
    ['GET', `/conversations/${NOBODYS_ID}`, undefined, 404],
    ['GET', '/conversations?limit=nothing', undefined, 400],
    ['POST', '/links', { name: '' }, 400],
    ['PATCH', `/leads/${NOBODYS_ID}`, { state: 'new' }, 404],
  ] as const)('%s %s is problem+json with a code and words', async (method, path, body, status) => {
    const answer = method === 'GET' ? await stage.admin.get(path) : await stage.admin.send(method, path, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    expect(answer.body).toMatchObject({ status, code: expect.stringMatching(/^[a-z_]+$/), title: expect.any(String) });
    expect(answer.text).not.toMatch(/at .*\.js:\d+|node_modules|select |insert /i);
  });
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySignature } from '@kapso/whatsapp-cloud-api/server';

export interface ReceivedWebhook {
  raw: Buffer;
  signature: string;
  valid: boolean;
  /** `changes[]` of all entries. */
  changes: {
    field: string;
    value: Record<string, never> & {
      messages?: WireMessage[];
      statuses?: WireStatus[];
      contacts?: Record<string, unknown>[];
    };
  }[];
  json: Record<string, unknown>;
}
export type WireMessage = Record<string, unknown> & { id: string; type: string };
export type WireStatus = Record<string, unknown> & { id: string; status: string; timestamp: string };

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A product reduced to its webhook door: keeps what it receives and answers what the test wants. */
export class ProductStub {
  readonly webhooks: ReceivedWebhook[] = [];
  /** Statuses to answer webhooks with, one each; then 200. */
  answers: number[] = [];
  /** Answers GET requests other than the handshake. */
  pages: Answer = () => false;
  url = '';
  private readonly server: Server;
  private readonly waiting = new Set<() => void>();

  constructor(
    readonly appSecret = 'test-app-secret',
    readonly verifyToken = 'vt-test',
  ) {
    this.server = createServer((request, response) => this.handle(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  messages(): WireMessage[] {
    return this.webhooks.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages ?? []));
  }

  statuses(): WireStatus[] {
    return this.webhooks.flatMap(({ changes }) => changes.flatMap(({ value }) => value.statuses ?? []));
  }

  /** Resolves as soon as what arrived satisfies; rejects after 8 s. */
  async until(satisfied: () => boolean): Promise<void> {
    const deadline = Date.now() + 8000;
    while (!satisfied()) {
      if (Date.now() > deadline) throw new Error(`never satisfied: ${satisfied.toString()}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 250);
        this.waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'GET') return this.answerGet(request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = this.answers.shift() ?? 200;
      this.keep(Buffer.concat(chunks), String(request.headers['x-hub-signature-256'] ?? ''));
      response.writeHead(status).end();
    });
  }

  private keep(raw: Buffer, signature: string): void {
    const json = JSON.parse(raw.toString()) as { entry: { changes: ReceivedWebhook['changes'] }[] };
    const valid = verifySignature({ appSecret: this.appSecret, rawBody: raw, signatureHeader: signature });
    this.webhooks.push({ raw, signature, valid, json, changes: json.entry.flatMap(({ changes }) => changes) });
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  private answerGet(request: IncomingMessage, response: ServerResponse): void {
    if (this.pages(request, response)) return;
    const query = new URL(request.url ?? '/', this.url).searchParams;
    const known = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === this.verifyToken;
    response
      .writeHead(known ? 200 : 403, { 'content-type': 'text/plain' })
      .end(known ? query.get('hub.challenge') : '');
  }
}

import { startSimulator, type RunningSimulator, type SimulatorOptions } from '../simulator.js';
import { ProductStub } from './product-stub.js';

export interface Answer<T> {
  status: number;
  body: T;
}

/** A simulator with a product stub behind it, on free ports. */
export class Bench {
  private constructor(
    readonly product: ProductStub,
    readonly simulator: RunningSimulator,
  ) {}

  static async start(options: Partial<SimulatorOptions> = {}): Promise<Bench> {
    const product = await new ProductStub().start();
    const whatsapp = { appSecret: product.appSecret, verifyToken: product.verifyToken };
    const simulator = await startSimulator({
      targetUrl: product.url,
      whatsapp,
      webhookRetryMs: [5, 20, 40],
      webhookTimeoutMs: 2000,
      ...options,
    });
    return new Bench(product, simulator);
  }

  get url(): string {
    return this.simulator.url;
  }

  /** Back to the first moment on both sides. */
  async reset(): Promise<void> {
    await this.post('/control/reset', {});
    this.product.webhooks.length = 0;
    this.product.answers = [];
    this.product.pages = () => false;
  }

  async get<T = Record<string, never>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.read(await fetch(this.url + path, { headers }));
  }

  async post<T = Record<string, never>>(
    path: string,
    json: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.read(
      await fetch(this.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(json),
      }),
    );
  }

  /** A call of the Graph API with the account's token. */
  graph<T = Record<string, never>>(path: string, json?: unknown): Promise<Answer<T>> {
    const headers = { authorization: 'Bearer simulator-token' };
    return json === undefined ? this.get(`/v25.0${path}`, headers) : this.post(`/v25.0${path}`, json, headers);
  }

  sendText(
    to: string,
    over: object = {},
  ): Promise<Answer<{ messages: { id: string }[]; error: { code: number; message: string } }>> {
    return this.graph('/100200300/messages', {
      messaging_product: 'whatsapp',
      to,
      type: 'text',
      text: { body: 'Hola' },
      ...over,
    });
  }

  switches(patch: object): Promise<Answer<Record<string, never>>> {
    return this.post('/control/switches', patch);
  }

  /** The customer writes, so that the window is open. */
  async write(
    customer: string,
    message: object = { type: 'text', text: 'hola' },
  ): Promise<Answer<{ id: string; webhook: { outcome: string; attempts: number; status: number } | null }>> {
    return this.post(`/phone/customers/${encodeURIComponent(customer)}/messages`, { wait: true, ...message });
  }

  async close(): Promise<void> {
    await this.simulator.close();
    await this.product.close();
  }

  private async read<T>(response: Response): Promise<Answer<T>> {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  }
}

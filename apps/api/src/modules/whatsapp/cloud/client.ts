import { Agent, type Dispatcher } from 'undici';
import type { ChannelConnection } from '../../channels/index.js';
import { GraphBreaker } from './graph-breaker.js';
import { exchange, type GraphAnswer } from './graph-exchange.js';
import type { MultipartFile } from './multipart-file.js';

/** Pinned: a new Graph version is a change of ours, not a surprise. */
export const GRAPH_VERSION = 'v25.0';
const USER_AGENT = 'Hilo/1.0';

export interface GraphLimits {
  connectMs: number;
  headersMs: number;
  /** The whole call, answer included. */
  callMs: number;
  /** The whole upload of a file. */
  uploadMs: number;
}

const LIMITS: GraphLimits = { connectMs: 3000, headersMs: 10_000, callMs: 20_000, uploadMs: 120_000 };

/** Speaks to Meta's Graph API over kept-alive connections, one pool per origin, with the token of the channel at hand. */
export class GraphClient {
  private readonly agent: Agent;
  private readonly breaker = new GraphBreaker();

  constructor(private readonly limits: GraphLimits = LIMITS) {
    this.agent = new Agent({
      connect: { timeout: limits.connectMs },
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.headersMs,
      keepAliveTimeout: 30_000,
      connections: 64,
    });
  }

  get(connection: ChannelConnection, path: string, query: Record<string, string> = {}): Promise<GraphAnswer> {
    const search = new URLSearchParams(query).toString();
    return this.call(connection, { method: 'GET', path: search === '' ? path : `${path}?${search}` });
  }

  post(connection: ChannelConnection, path: string, json: unknown): Promise<GraphAnswer> {
    return this.call(connection, {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
  }

  upload(connection: ChannelConnection, path: string, form: MultipartFile): Promise<GraphAnswer> {
    const headers = { 'content-type': form.contentType, 'content-length': String(form.contentLength) };
    return this.call(connection, { method: 'POST', path, headers, body: form.body }, this.limits.uploadMs);
  }

  /** The caller must have checked that this address may see the token. Redirects are not followed. */
  download(url: URL, connection: ChannelConnection): Promise<Dispatcher.ResponseData> {
    return this.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: headersOf(connection),
    });
  }

  async close(): Promise<void> {
    this.breaker.close();
    await this.agent.close();
  }

  private call(
    connection: ChannelConnection,
    request: {
      method: 'GET' | 'POST';
      path: string;
      headers?: Record<string, string>;
      body?: string | MultipartFile['body'];
    },
    deadlineMs = this.limits.callMs,
  ): Promise<GraphAnswer> {
    const base = new URL(connection.baseUrl);
    const path = `${base.pathname.replace(/\/+$/, '')}/${GRAPH_VERSION}${request.path}`;
    const headers = { ...headersOf(connection), ...request.headers };
    return this.breaker.run(base.origin, () =>
      exchange(this.agent, { ...request, origin: base.origin, path, headers }, deadlineMs),
    );
  }
}

function headersOf(connection: ChannelConnection): Record<string, string> {
  return {
    authorization: `Bearer ${connection.credentials.accessToken ?? ''}`,
    accept: '*/*',
    'user-agent': USER_AGENT,
  };
}

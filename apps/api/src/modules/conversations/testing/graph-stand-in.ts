import {
  type ProviderAnswer,
  type ProviderRequest,
  type ScriptedProvider,
  startProvider,
} from '../../channels/testing/scripted-provider.js';

type Said = ProviderAnswer | 'hang-up';

export interface SentCall {
  to: string;
  type: string;
  text?: { body: string };
  biz_opaque_callback_data: string;
  context?: { message_id: string };
  [more: string]: unknown;
}

export interface GraphStandIn extends ScriptedProvider {
  /** What the next sends are answered; when nothing is left they are accepted. */
  next: Said[];
  /** Asked before each send is answered: a test looks at what is true at that moment. */
  meanwhile: (call: SentCall) => void;
  /** Files that customers sent, by the provider's media id; a status says that it is not given out. */
  files: Map<string, { bytes: Buffer; type: string } | number>;
  /** The bodies of all sends so far, in order; optionally to one person. */
  sends(waId?: string): SentCall[];
  /** Provider ids of messages that were told to have been read. */
  readMarks(): string[];
}

/** A Graph API on a free port of this machine: takes messages, keeps files. */
export async function startGraph(): Promise<GraphStandIn> {
  const next: Said[] = [];
  const files: GraphStandIn['files'] = new Map();
  let accepted = 0;
  const provider = await startProvider((request) => {
    if (request.method === 'POST' && request.url.endsWith('/messages')) return message(request);
    if (request.method === 'POST') return { status: 200, body: { id: `upload-${String(request.body.length)}` } };
    return file(request.url);
  });
  const message = (request: ProviderRequest): Said => {
    const call = bodyOf(request);
    if (call['status'] === 'read') return { status: 200, body: { success: true } };
    graph.meanwhile(call as SentCall);
    accepted += 1;
    return next.shift() ?? { status: 200, body: { messages: [{ id: `wamid.out-${accepted}` }] } };
  };
  const file = (url: string): Said => {
    const id = decodeURIComponent(/\/([^/?]+)(?:\?|$)/.exec(url)?.[1] ?? '');
    const kept = files.get(id);
    if (kept === undefined || typeof kept === 'number') {
      const status = kept ?? 404;
      return { status, body: { error: { code: status >= 500 ? 131000 : 131052 } } };
    }
    if (url.startsWith('/file/')) return { status: 200, body: kept.bytes, headers: { 'content-type': kept.type } };
    const about = { url: `${provider.baseUrl}/file/${id}`, mime_type: kept.type, file_size: String(kept.bytes.length) };
    return { status: 200, body: about };
  };
  const calls = (): Record<string, unknown>[] =>
    provider.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/messages')).map(bodyOf);
  const graph: GraphStandIn = {
    ...provider,
    next,
    files,
    meanwhile: () => undefined,
    sends: (waId) =>
      calls().filter((call): call is SentCall => call['status'] !== 'read' && (!waId || call['to'] === `+${waId}`)),
    readMarks: () => calls().flatMap((call) => (call['status'] === 'read' ? [String(call['message_id'])] : [])),
  };
  return graph;
}

const bodyOf = ({ body }: ProviderRequest): Record<string, unknown> =>
  JSON.parse(body.toString()) as Record<string, unknown>;

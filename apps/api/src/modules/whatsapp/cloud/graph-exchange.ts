import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

export interface GraphRequest {
  origin: string;
  path: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | Readable;
}

/** `not_sent`: no byte of the request left, so it may be repeated. `lost`: it left and no answer came, so it may have taken effect. */
export type GraphAnswer =
  | { kind: 'answered'; status: number; headers: IncomingHttpHeaders; body: unknown }
  | { kind: 'not_sent'; code: string; retryAfterMs?: number }
  | { kind: 'lost'; reason: string };

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** One request and its whole answer. Never rejects: how it ended is the result. */
export function exchange(dispatcher: Dispatcher, request: GraphRequest, deadlineMs: number): Promise<GraphAnswer> {
  return new Promise((resolve) => {
    const answer = new AnswerCollector(resolve, deadlineMs);
    try {
      dispatcher.dispatch({ ...request, body: request.body ?? null }, answer);
    } catch (error) {
      answer.onResponseError(undefined, error instanceof Error ? error : new Error(String(error)));
    }
  });
}

class AnswerCollector implements Dispatcher.DispatchHandler {
  private started = false;
  private abandoned = false;
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private headers: IncomingHttpHeaders = {};
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private readonly deadline: NodeJS.Timeout;

  constructor(
    private readonly resolve: (answer: GraphAnswer) => void,
    deadlineMs: number,
  ) {
    this.deadline = setTimeout(() => this.giveUp(), deadlineMs);
  }

  /** Called when the request is about to be written on a connected socket: from here on the other side may have read it. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.abandoned) return controller.abort(new Error('deadline'));
    this.started = true;
    this.controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number, headers: IncomingHttpHeaders): void {
    this.status = statusCode;
    this.headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > MAX_ANSWER_BYTES) controller.abort(new Error('answer too large'));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.end({
      kind: 'answered',
      status: this.status,
      headers: this.headers,
      body: parsed(Buffer.concat(this.chunks).toString('utf8')),
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const code = codeOf(error);
    this.end(this.started ? { kind: 'lost', reason: code } : { kind: 'not_sent', code });
  }

  /** A request still waiting for a connection is stopped at its start, so it can be repeated without fear. */
  private giveUp(): void {
    this.abandoned = !this.started;
    if (this.controller === undefined) this.end({ kind: 'not_sent', code: 'deadline' });
    else this.controller.abort(new Error('deadline'));
  }

  private end(answer: GraphAnswer): void {
    clearTimeout(this.deadline);
    this.resolve(answer);
  }
}

/** A name for the failure without the address or headers an error message may quote. */
function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string'
    ? code
    : error.message === 'deadline' || error.message === 'answer too large'
      ? error.message
      : error.name;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

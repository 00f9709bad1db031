export interface ClientAnswer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

export interface Client {
  headers: Readonly<Record<string, string>>;
  /** Asks `/api/v1` + path. `body` is undefined when the answer is not JSON. */
  ask<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ClientAnswer<T>>;
  /** Reads a resource that must be there. */
  read<T = Record<string, unknown>>(path: string): Promise<T>;
}

/** Somebody who always says who they are. */
export function clientOf(origin: string, always: Readonly<Record<string, string>>): Client {
  const ask: Client['ask'] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const form = body instanceof FormData;
    const written = body === undefined ? {} : { body: form ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined || form ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { ...type, ...always, ...headers },
      ...written,
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as T,
    };
  };
  return {
    headers: always,
    ask,
    read: async <T>(path: string) => {
      const answer = await ask<T>('GET', path);
      if (answer.status !== 200) throw new Error(`GET ${path} answered ${String(answer.status)}: ${answer.text}`);
      return answer.body;
    },
  };
}

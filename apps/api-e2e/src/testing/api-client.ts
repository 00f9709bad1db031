export interface Answer<T> {
  status: number;
  body: T;
  text: string;
  headers: Headers;
}

export type Json = Record<string, unknown>;

export interface ApiClient {
  /** The headers by which it is known. */
  identity: Readonly<Record<string, string>>;
  get<T = Json>(path: string): Promise<Answer<T>>;
  send<T = Json>(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<T>>;
  /** A file, as the panel uploads it. */
  upload<T = Json>(
    path: string,
    file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
  ): Promise<Answer<T>>;
}

/** Asks `/api/v1` with these headers: a session's cookie, a key, or nobody's. */
export function apiClient(origin: string, identity: Readonly<Record<string, string>> = {}): ApiClient {
  const ask = async <T>(method: string, path: string, init: RequestInit): Promise<Answer<T>> => {
    const answer = await fetch(`${origin}/api/v1${path}`, { method, redirect: 'manual', ...init });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (isJson && text ? JSON.parse(text) : undefined) as T,
    };
  };
  return {
    identity,
    get: (path) => ask('GET', path, { headers: identity }),
    send: (method, path, body, headers = {}) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return ask(method, path, {
        ...sent,
        headers: { ...identity, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      });
    },
    upload: (path, { name, type, bytes }) => {
      const form = new FormData();
      form.append('file', new Blob([bytes], { type }), name);
      return ask('POST', path, { body: form, headers: identity });
    },
  };
}

/** Signs in as a person of the panel. */
export async function signIn(origin: string, email: string, password: string): Promise<ApiClient> {
  const answer = await fetch(`${origin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return apiClient(origin, { cookie });
}

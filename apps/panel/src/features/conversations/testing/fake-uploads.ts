import { afterEach, beforeEach } from '@jest/globals';
import { act } from '@testing-library/react';

/** One file on its way up, as the browser's XMLHttpRequest would carry it; the test says how it goes. */
export class FakeUpload {
  readonly upload: { onprogress: ((event: ProgressEvent) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  responseType = '';
  response: unknown = null;
  status = 0;
  readonly headers = new Headers();
  address = '';
  file: File | null = null;
  aborted = false;

  open(_method: string, address: string): void {
    this.address = address;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
  send(form: FormData): void {
    this.file = form.get('file') as File;
    uploads.push(this);
  }
  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }
  getResponseHeader(): null {
    return null;
  }

  goesUp(part: number): void {
    act(() => this.upload.onprogress?.({ lengthComputable: true, loaded: part * 100, total: 100 } as ProgressEvent));
  }
  /** Stored under this id. */
  stored(id: string): Promise<void> {
    return this.answered(201, { id });
  }
  answered(status: number, body: unknown): Promise<void> {
    return act(async () => {
      [this.status, this.response] = [status, body];
      this.onload?.();
    });
  }
  lost(): Promise<void> {
    return act(async () => this.onerror?.());
  }
}

const uploads: FakeUpload[] = [];

/** Uploads of each test from now on, in the order in which they began. */
export function fakeUploads(): { all: () => FakeUpload[]; at: (index: number) => FakeUpload } {
  const before = { request: globalThis.XMLHttpRequest, make: URL.createObjectURL, drop: URL.revokeObjectURL };
  beforeEach(() => {
    uploads.length = 0;
    globalThis.XMLHttpRequest = FakeUpload as unknown as typeof XMLHttpRequest;
    let made = 0;
    URL.createObjectURL = () => `blob:picture-${(made += 1)}`;
    URL.revokeObjectURL = () => undefined;
  });
  afterEach(() => {
    globalThis.XMLHttpRequest = before.request;
    Object.assign(URL, { createObjectURL: before.make, revokeObjectURL: before.drop });
  });
  return {
    all: () => [...uploads],
    at: (index) => {
      const found = uploads[index];
      if (!found) throw new Error(`no upload ${index} has begun`);
      return found;
    },
  };
}

/** A file that claims this size without holding it. */
export function fileOf(name: string, type: string, size = 1000): File {
  const file = new File(['x'], name, { type });
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

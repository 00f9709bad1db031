import { connect } from 'node:net';

/** What became of a request that was not answered. */
export const LOST = 0;
export const LATE = -1;

/** One keep-alive connection, one request at a time, opened anew when it broke. Lighter than an HTTP client: it shares the machine with what it measures. */
export class Line {
  #port;
  #patience;
  #socket;
  #received = '';
  #answer;

  constructor(port, patienceMs = 10_000) {
    this.#port = port;
    this.#patience = patienceMs;
  }

  /** @param {Buffer} request @returns {Promise<number>} the status, LOST or LATE */
  send(request) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#finish(LATE), this.#patience);
      this.#answer = (status) => {
        clearTimeout(timer);
        this.#answer = undefined;
        resolve(status);
      };
      this.#open().write(request);
    });
  }

  close() {
    this.#socket?.destroy();
  }

  #open() {
    if (this.#socket && !this.#socket.destroyed && this.#socket.writable) return this.#socket;
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    this.#received = '';
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text) => this.#read(text));
    socket.on('error', () => undefined);
    socket.on('close', () => socket === this.#socket && this.#finish(LOST));
    return socket;
  }

  #read(text) {
    this.#received += text;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    this.#received = '';
    const closes = /^connection: *close/im.test(head);
    const answer = this.#answer;
    if (closes) {
      this.#socket?.destroy();
      this.#socket = undefined;
    }
    answer?.(Number(head.slice(9, 12)));
  }

  #finish(status) {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#answer?.(status);
  }
}

/** What jsdom lacks and every browser of ours has. Import it before anything that draws. */
class PointerEventOfJsdom extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;

  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 0;
    this.pointerType = init.pointerType ?? '';
  }
}

/** The router's redirects are made of one; nothing reads more than this of it. */
class ResponseOfJsdom {
  readonly status: number;
  readonly headers: Headers;

  constructor(_body: unknown, init: ResponseInit = {}) {
    this.status = init.status ?? 200;
    this.headers = new Headers(init.headers);
  }
}

const gaps: Record<string, unknown> = {
  PointerEvent: PointerEventOfJsdom,
  Response: ResponseOfJsdom,
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  scrollTo: () => undefined,
  // Enough for ids, which is all that is ever escaped here.
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) },
};

for (const [name, value] of Object.entries(gaps)) {
  if (typeof (window as unknown as Record<string, unknown>)[name] === 'undefined' || name === 'scrollTo') {
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  }
}

import { afterEach } from '@jest/globals';

/** A note on the desktop, as the browser would show it. */
export interface Shown {
  title: string;
  body: string | undefined;
  tag: string | undefined;
  closed: boolean;
  onclick: (() => void) | null;
}

/** The browser's notes on the desktop, for one test. `answer`: what the person says when asked. */
export function fakeNotifications(
  permission: NotificationPermission = 'granted',
  answer: NotificationPermission = permission,
): Shown[] {
  const shown: Shown[] = [];
  class NotificationOfTest implements Shown {
    static permission = permission;
    static requestPermission = async () => (NotificationOfTest.permission = answer);
    body: string | undefined;
    tag: string | undefined;
    closed = false;
    onclick: (() => void) | null = null;
    constructor(
      readonly title: string,
      options: NotificationOptions = {},
    ) {
      this.body = options.body;
      this.tag = options.tag;
      shown.push(this);
    }
    close(): void {
      this.closed = true;
    }
  }
  Object.defineProperty(globalThis, 'Notification', { value: NotificationOfTest, configurable: true });
  return shown;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Notification');
});

import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_STOPS = 120;

/** Somebody without a mouse: keys only, and the focus where the keys bring it. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Writes where the focus is. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** A shortcut of letters, which are letters inside a text field. */
  async shortcut(...keys: string[]): Promise<void> {
    await this.leaveField();
    await this.press(...keys);
  }

  /** Walks with Tab until this has the focus. @throws when the walk never comes by */
  async tabTo(target: Locator, step: 'Tab' | 'ArrowDown' | 'ArrowRight' = 'Tab', arrived = hasFocus): Promise<void> {
    await expect(target).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await arrived(target)) return;
      await this.press(step);
    }
    throw new Error(`no way to ${String(target)} with ${step}`);
  }

  /** One of a group of buttons that is a single stop: Tab to the group, arrows within. */
  async choose(group: Locator, option: Locator): Promise<void> {
    await this.tabTo(group, 'Tab', holdsFocus);
    await this.tabTo(option, 'ArrowRight');
    await this.press('Enter');
  }

  /** An option of a list that follows what is typed: arrows until it is the one that Enter takes. */
  async pick(option: Locator): Promise<void> {
    await expect(option).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS && (await option.getAttribute('data-highlighted')) === null; stops += 1)
      await this.press('ArrowDown');
    await this.press('Enter');
  }

  async activate(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Walks to a field and writes into it. */
  async fill(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.write(text);
    await expect(target).toHaveValue(text);
  }

  /** Out of a text field and back onto the page, as Escape or the next stop does. */
  private async leaveField(): Promise<void> {
    for (let tries = 0; tries < 4 && (await this.isWriting()); tries += 1)
      await this.press(tries === 0 ? 'Escape' : 'Tab');
  }

  private isWriting(): Promise<boolean> {
    return this.page.evaluate(
      () =>
        document.activeElement?.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])') ??
        false,
    );
  }
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);
const holdsFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.contains(document.activeElement));

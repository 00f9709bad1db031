import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { CopyButton } from './copy-button';
import { copyText } from './copy-text';
import { LABELS } from './testing/labels';
import { UiProvider } from './ui-provider';

const clipboard = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
const command = (value: unknown) => Object.defineProperty(document, 'execCommand', { configurable: true, value });

beforeEach(() => void clipboard(undefined));
afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  Reflect.deleteProperty(document, 'execCommand');
});

describe('copyText', () => {
  it('uses the clipboard of the browser where there is one', async () => {
    const written: string[] = [];
    clipboard({ writeText: (text: string) => Promise.resolve(void written.push(text)) });
    await copyText('https://hilo.shop/l/bio');
    expect(written).toEqual(['https://hilo.shop/l/bio']);
  });

  it('copies on plain http as well, with what is selected for a moment, and leaves nothing behind', async () => {
    const before = document.body.innerHTML;
    const copied: (string | undefined)[] = [];
    command((name: string) => {
      const area = document.activeElement as HTMLTextAreaElement | null;
      const drawn = document.querySelector('textarea');
      copied.push(name, (area?.value ?? '') || drawn?.value);
      return true;
    });
    await copyText('line one\nline two');
    expect(copied).toEqual(['copy', 'line one\nline two']);
    expect(document.body.innerHTML).toBe(before);
  });

  it('rejects when the browser refuses, and still leaves nothing behind', async () => {
    command(() => false);
    await expect(copyText('secret')).rejects.toThrow(/did not let/);
    expect(document.querySelector('textarea')).toBeNull();
  });
});

describe('CopyButton', () => {
  const drawn = () =>
    render(
      <UiProvider labels={LABELS}>
        <CopyButton text="hk_live_1" label="Copy key" />
      </UiProvider>,
    );
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('says that it copied, then offers to copy again', async () => {
    clipboard({ writeText: () => Promise.resolve() });
    drawn();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy key' })));
    const told = screen.getByText('Copied');
    expect(told.getAttribute('aria-live')).toBe('polite');
    act(() => jest.advanceTimersByTime(2000));
    expect(screen.getByRole('button', { name: 'Copy key' })).toBeTruthy();
  });

  it('counts from the first press, however often it is pressed meanwhile', async () => {
    const written: string[] = [];
    clipboard({ writeText: (text: string) => Promise.resolve(void written.push(text)) });
    drawn();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy key' })));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copied' })));
    expect(written).toEqual(['hk_live_1', 'hk_live_1']);
    act(() => jest.advanceTimersByTime(2000));
    expect(screen.getByRole('button', { name: 'Copy key' })).toBeTruthy();
  });
});

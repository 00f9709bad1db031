import { afterEach, describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useShortcut, useShortcutList, useShortcutListener } from './shortcuts';

const ran: string[] = [];
afterEach(() => {
  ran.length = 0;
  document.body.innerHTML = '';
});

function Key({ keys, does = keys, enabled = true }: { keys: string; does?: string; enabled?: boolean }) {
  useShortcut({ keys, label: does, group: 'Here', run: () => ran.push(does) }, enabled);
  return null;
}

function Page({ letters = true, children }: { letters?: boolean; children?: React.ReactNode }) {
  useShortcutListener(letters);
  return (
    <>
      <Key keys="Ctrl+K" />
      <Key keys="?" />
      <Key keys="g b" />
      <Key keys="g l" />
      <Key keys="j" />
      {children}
    </>
  );
}

const drawn = (page = <Page />) => ({ user: userEvent.setup(), ...render(page) });

describe('a shortcut', () => {
  it.each([
    ['j', ['j']],
    ['?', ['?']],
    ['gb', ['g b']],
    ['gl', ['g l']],
    ['gj', ['j']],
    ['ggb', ['g b']],
    ['gxb', []],
    ['{Control>}k{/Control}', ['Ctrl+K']],
    ['{Meta>}k{/Meta}', ['Ctrl+K']],
    ['{Alt>}j{/Alt}', []],
    ['{Control>}{Alt>}k{/Alt}{/Control}', []],
  ])('%s runs %p', async (keys, expected) => {
    const { user } = drawn();
    await user.keyboard(keys);
    expect(ran).toEqual(expected);
  });

  it('leaves letters to whoever writes, but not Ctrl combinations', async () => {
    const { user } = drawn(
      <Page>
        <input aria-label="Text" />
        <textarea aria-label="Area" />
        <input type="checkbox" aria-label="Box" />
      </Page>,
    );
    for (const label of ['Text', 'Area']) {
      await user.click(screen.getByLabelText(label));
      await user.keyboard('j?gb{Control>}k{/Control}');
      expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe('j?gb');
    }
    expect(ran).toEqual(['Ctrl+K', 'Ctrl+K']);
    screen.getByLabelText('Box').focus();
    await user.keyboard('j');
    expect(ran.at(-1)).toBe('j');
  });

  it.each(['dialog', 'alertdialog', 'menu'])('leaves letters to an open %s', async (role) => {
    const { user } = drawn(
      <Page>
        <div role={role} aria-label="Over it">
          <button type="button">In it</button>
        </div>
      </Page>,
    );
    screen.getByRole('button', { name: 'In it' }).focus();
    await user.keyboard('j{Control>}k{/Control}');
    expect(ran).toEqual(['Ctrl+K']);
  });

  it('turned off leaves only Ctrl combinations', async () => {
    const { user } = drawn(<Page letters={false} />);
    await user.keyboard('jgb?{Control>}k{/Control}');
    expect(ran).toEqual(['Ctrl+K']);
  });

  it('is taken by the latest who asks for it, and given back', async () => {
    const { user, rerender } = drawn(
      <Page>
        <Key keys="j" does="next row" />
      </Page>,
    );
    await user.keyboard('j');
    rerender(<Page />);
    await user.keyboard('j');
    expect(ran).toEqual(['next row', 'j']);
  });

  it('sleeps while it is not enabled', async () => {
    const { user, rerender } = drawn(
      <Page>
        <Key keys="e" enabled={false} />
      </Page>,
    );
    await user.keyboard('e');
    rerender(
      <Page>
        <Key keys="e" />
      </Page>,
    );
    await user.keyboard('e');
    expect(ran).toEqual(['e']);
  });

  it('is pressed once, however long it is held, and not while a word is composed', () => {
    drawn();
    const press = (init: KeyboardEventInit) =>
      act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, ...init })));
    press({ repeat: true });
    press({ isComposing: true });
    expect(ran).toEqual([]);
    press({});
    expect(ran).toEqual(['j']);
  });

  it('does not answer what a part of the page took for itself', async () => {
    const { user } = drawn(
      <Page>
        <button type="button" onKeyDown={(event) => event.preventDefault()}>
          Row
        </button>
      </Page>,
    );
    screen.getByRole('button', { name: 'Row' }).focus();
    await user.keyboard('j');
    expect(ran).toEqual([]);
  });

  it('leaves nothing behind when the page goes', async () => {
    const { user, unmount } = drawn();
    unmount();
    await user.keyboard('j');
    expect(ran).toEqual([]);
    expect(useShortcutList.getState().shortcuts).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { Button } from './button';
import { violations } from './testing/axe';
import { draw } from './testing/render';
import { TextArea } from './text-area';
import { TextField } from './text-field';

const describedBy = (element: HTMLElement): (string | null)[] =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? null);

describe.each([
  ['TextField', TextField],
  ['TextArea', TextArea],
])('%s', (_name, Control) => {
  const control = () => screen.getByLabelText<HTMLInputElement & HTMLTextAreaElement>('Note');

  it('keeps every letter, whatever the script, and tells it as it is typed', async () => {
    const told: string[] = [];
    function Kept() {
      const [value, setValue] = useState('');
      return (
        <Control
          label="Note"
          value={value}
          onChange={(event: { target: { value: string } }) => {
            told.push(event.target.value);
            setValue(event.target.value);
          }}
        />
      );
    }
    const { user } = draw(<Kept />);
    await user.type(control(), 'año 日本');
    expect(control().value).toBe('año 日本');
    expect(told).toHaveLength('año 日本'.length);
    await user.paste(' 👩🏽‍💻');
    expect(control().value).toBe('año 日本 👩🏽‍💻');
  });

  it('cannot be typed in or reached while disabled', async () => {
    const { user } = draw(
      <>
        <Control label="Note" disabled defaultValue="as it was" />
        <Button>Next</Button>
      </>,
    );
    await user.type(control(), 'x');
    expect(control().value).toBe('as it was');
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next' }));
  });

  it('passes on what the browser knows: name, length, placeholder', () => {
    draw(<Control label="Note" name="note" maxLength={5} placeholder="Short" required />);
    expect([control().name, control().maxLength, control().placeholder, control().required]).toEqual([
      'note',
      5,
      'Short',
      true,
    ]);
  });

  it('is named by a label that is only heard', async () => {
    const { container } = draw(
      <main>
        <Control label="Note" hideLabel help="For the team only." />
      </main>,
    );
    expect(control()).toBeTruthy();
    expect(describedBy(control())).toEqual(['For the team only.']);
    expect(await violations(container)).toEqual([]);
  });

  it('gains and loses its error without losing what was typed or the help', async () => {
    const { user, rerender } = draw(<Control label="Note" help="Up to 5." />);
    await user.type(control(), 'words');
    const again = (error: string | null) => rerender(<Control label="Note" help="Up to 5." error={error} />);
    again('Too long.');
    expect(control().getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(control())).toEqual(expect.arrayContaining(['Up to 5.', 'Too long.']));
    again(null);
    expect(control().getAttribute('aria-invalid')).toBeNull();
    expect(describedBy(control())).toEqual(['Up to 5.']);
    expect(control().value).toBe('words');
  });

  it('shows a long error whole', () => {
    const words = 'This cannot be used because '.repeat(20).trim();
    draw(<Control label="Note" error={words} />);
    expect(describedBy(control())).toEqual([words]);
  });
});

describe('TextField', () => {
  it('carries marks before and after without taking them for its name', () => {
    draw(<TextField label="Slug" leading="hilo.shop/" trailing={<Button>Copy</Button>} />);
    expect(screen.getByLabelText('Slug').tagName).toBe('INPUT');
    expect(screen.getByText('hilo.shop/')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
  });

  it('gives its input to whoever holds a ref, to put the focus there', async () => {
    function Refused() {
      const box = useRef<HTMLInputElement>(null);
      return (
        <>
          <TextField label="Password" type="password" ref={box} />
          <Button onClick={() => box.current?.focus()}>Try</Button>
        </>
      );
    }
    const { user } = draw(<Refused />);
    await user.click(screen.getByRole('button', { name: 'Try' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Password'));
  });

  it('does not send the form when a password is shown', async () => {
    let sent = 0;
    const { user } = draw(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent += 1;
        }}
      >
        <TextField label="Password" type="password" autoComplete="current-password" />
      </form>,
    );
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(sent).toBe(0);
    expect(screen.getByLabelText('Password').getAttribute('autocomplete')).toBe('current-password');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(sent).toBe(1);
  });
});

describe('TextArea', () => {
  it('takes lines, and is as tall as asked before it grows', async () => {
    const { user } = draw(<TextArea label="Note" rows={2} maxRows={4} />);
    const area = screen.getByLabelText<HTMLTextAreaElement>('Note');
    await user.type(area, 'one{Enter}two');
    expect(area.value).toBe('one\ntwo');
    expect(area.rows).toBe(2);
    expect(area.style.maxHeight).toContain('4 *');
  });
});

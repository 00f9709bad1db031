import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { ErrorSummary } from './error-summary';
import { LoadMore } from './load-more';
import { violations } from './testing/axe';
import { LABELS } from './testing/labels';
import { draw } from './testing/render';

describe('LoadMore', () => {
  it('asks for more, once while it is being brought', async () => {
    let asked = 0;
    const more = (busy: boolean) => <LoadMore busy={busy} onLoad={() => (asked += 1)} />;
    const { user, rerender } = draw(more(false));
    const button = screen.getByRole('button', { name: LABELS.loadMore });
    await user.click(button);
    rerender(more(true));
    await user.click(button);
    expect(asked).toBe(1);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(document.activeElement).toBe(button);
  });

  it('says that the last try brought nothing, and tries again with the same button', async () => {
    let asked = 0;
    const { user, rerender } = draw(<LoadMore failed onLoad={() => (asked += 1)} />);
    expect(screen.getByRole('alert').textContent).toBe(LABELS.moreFailed);
    await user.click(screen.getByRole('button', { name: LABELS.loadMore }));
    expect(asked).toBe(1);
    rerender(<LoadMore onLoad={() => (asked += 1)} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says of what, where there are several, and keeps the accessibility rules', async () => {
    const { container } = draw(
      <main>
        <LoadMore quiet label="More of won" onLoad={() => undefined} />
        <LoadMore quiet failed label="More of lost" onLoad={() => undefined} />
      </main>,
    );
    expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
      'More of won',
      'More of lost',
    ]);
    expect(await violations(container)).toEqual([]);
  });
});

describe('ErrorSummary', () => {
  function Form() {
    const [errors, setErrors] = useState<string[]>([]);
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setErrors((before) => [...before, `try ${before.length + 1}`]);
        }}
      >
        {errors.length > 0 ? <ErrorSummary of={errors}>{errors.at(-1)}</ErrorSummary> : null}
        <input aria-label="Name" />
        <button type="submit">Save</button>
      </form>
    );
  }

  it('takes the focus when it appears and again at every new refusal, but not while one types', async () => {
    const { user } = draw(<Form />);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    await user.type(screen.getByLabelText('Name'), 'Ana');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toBe('try 2');
  });
});

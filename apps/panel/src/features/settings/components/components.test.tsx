import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Button, bringPopups } from '@hilo/ui';
import {
  Outlet,
  RouterProvider,
  createBrowserHistory,
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { renderHook, screen, waitFor, within, act } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { ApiProblem } from '../../../app/api-problem';
import { violations } from '../../../testing/axe';
import { renderPanel } from '../../../testing/render-panel';
import { useDraft } from '../hooks/use-draft';
import { EditSheet } from './edit-sheet';
import { FormProblem } from './form-problem';
import { LeaveGuard } from './leave-guard';
import { SecretOnce } from './secret-once';

jest.setTimeout(90_000);
beforeAll(() => bringPopups());
const late = { timeout: 10_000 };

/** Draws something at `/here`, with another page to go to. */
async function at(element: ReactElement, history: RouterHistory = createMemoryHistory({ initialEntries: ['/here'] })) {
  const root = createRootRoute({ component: Outlet });
  const page = (path: string, component: () => ReactElement) =>
    createRoute({ getParentRoute: () => root, path, component });
  const router = createRouter({
    routeTree: root.addChildren([page('/here', () => element), page('/away', () => <p>Elsewhere</p>)]),
    history,
  });
  const drawn = await renderPanel(<RouterProvider router={router as never} />);
  await waitFor(() => expect(router.state.status).toBe('idle'), late);
  return { ...drawn, router };
}

const refused = new ApiProblem('validation_failed', 400, '', 'r-1', [
  { path: '/name', message: 'x' },
  { path: '/email', message: 'x' },
]);
const stale = new ApiProblem('stale_version', 412, '');

describe('EditSheet', () => {
  const did: string[] = [];
  function Box(over: Partial<Parameters<typeof EditSheet>[0]>) {
    return (
      <EditSheet
        title="Norte"
        dirty={false}
        kept={false}
        busy={false}
        saveLabel="Guardar"
        error={null}
        onReload={() => did.push('reload')}
        onSubmit={() => did.push('submit')}
        onClose={() => did.push('close')}
        {...over}
      >
        <label>
          Nombre <input />
        </label>
      </EditSheet>
    );
  }
  const draw = async (over: Partial<Parameters<typeof EditSheet>[0]> = {}) => {
    did.length = 0;
    const drawn = await at(<Box {...over} />);
    const sheet = await screen.findByRole('dialog', { name: 'Norte' }, late);
    return { ...drawn, sheet };
  };

  it('is saved by its button and by Enter in a field, and does not reload the page', async () => {
    const { user, sheet } = await draw();
    await user.click(within(sheet).getByRole('button', { name: 'Guardar' }));
    await user.type(within(sheet).getByLabelText(/Nombre/), 'x{Enter}');
    expect(did).toEqual(['submit', 'submit']);
    expect(await violations(sheet)).toEqual([]);
  });

  it('closes at once when nothing was changed, by every way out', async () => {
    const { user, sheet } = await draw();
    await user.click(within(sheet).getByRole('button', { name: 'Cancelar' }));
    await user.keyboard('{Escape}');
    expect(did).toEqual(['close', 'close']);
  });

  it('asks first when something was, and stays when told to', async () => {
    const { user, sheet } = await draw({ dirty: true });
    await user.click(within(sheet).getByRole('button', { name: 'Cancelar' }));
    const question = await screen.findByRole('alertdialog', { name: /Norte/ }, late);
    await user.click(within(question).getByRole('button', { name: 'Seguir aquí' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull(), late);
    expect(did).toEqual([]);
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Salir sin guardar' }, late));
    await waitFor(() => expect(did).toEqual(['close']), late);
  });

  it('takes no second save while the first is under way', async () => {
    const { user, sheet } = await draw({ busy: true });
    await user.click(within(sheet).getByRole('button', { name: /Guardar/ }));
    expect(did).toEqual([]);
  });

  it('offers the latest only when somebody else was faster', async () => {
    const { user, sheet } = await draw({ error: stale });
    await user.click(within(sheet).getByRole('button', { name: 'Mostrar lo último' }));
    expect(did).toEqual(['reload']);
  });

  it('keeps what else can be done apart from saving', async () => {
    const { sheet } = await draw({ aside: <Button>Eliminar</Button>, error: refused });
    expect(within(sheet).getByRole('button', { name: 'Eliminar' })).toBeTruthy();
    expect(within(sheet).queryByRole('button', { name: 'Mostrar lo último' })).toBeNull();
  });
});

describe('LeaveGuard', () => {
  it('asks before another page is gone to, and lets go when told to', async () => {
    const { user, router } = await at(<LeaveGuard dirty what="Negocio" />);
    void router.navigate({ to: '/away' as never });
    await user.click(await screen.findByRole('button', { name: 'Seguir aquí' }, late));
    expect(router.state.location.pathname).toBe('/here');
    void router.navigate({ to: '/away' as never });
    await user.click(await screen.findByRole('button', { name: 'Salir sin guardar' }, late));
    expect(await screen.findByText('Elsewhere', {}, late)).toBeTruthy();
  });

  it('asks the browser to ask before the tab is closed, only while there is something to lose', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    window.history.replaceState({}, '', '/here');
    // Only the history of a browser hears of its tabs.
    const history = createBrowserHistory();
    const { unmount } = await at(<LeaveGuard dirty what="Negocio" />, history);
    expect(leave()).toBe(true);
    unmount();
    await at(<LeaveGuard dirty={false} what="Negocio" />, history);
    expect(leave()).toBe(false);
    history.destroy();
  });
});

describe('FormProblem', () => {
  it('is nowhere without a problem, and takes the focus with each new one', async () => {
    function Form() {
      const [error, setError] = useState<unknown>(null);
      return (
        <>
          <FormProblem error={error} />
          <button type="button" onClick={() => setError(error ? stale : refused)}>
            Save
          </button>
        </>
      );
    }
    const { user } = await renderPanel(<Form />);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('alert').textContent).toContain('2 datos están marcados abajo.');
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(screen.getByRole('alert').textContent).not.toContain('marcado');
  });

  it('offers no latest where there is none to show', async () => {
    await renderPanel(<FormProblem error={stale} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('SecretOnce', () => {
  it('says that it is the only time, and copies it whole', async () => {
    const { user } = await renderPanel(<SecretOnce label="Clave nueva" secret={`hk_${'a'.repeat(80)}`} />);
    expect(screen.getByText(/una sola vez/)).toBeTruthy();
    expect(screen.getByLabelText('Clave nueva').textContent).toHaveLength(83);
    await user.click(screen.getByRole('button', { name: 'Copiar' }));
    expect(await navigator.clipboard.readText()).toBe(`hk_${'a'.repeat(80)}`);
  });
});

describe('a draft', () => {
  const hook = () => renderHook(() => useDraft({ name: 'Norte', memberIds: ['a'] })).result;

  it('is dirty while it differs, and not when it was typed back', () => {
    const draft = hook();
    act(() => draft.current.set({ name: 'Sur' }));
    expect([draft.current.dirty, draft.current.value.memberIds]).toEqual([true, ['a']]);
    act(() => draft.current.set({ name: 'Norte' }));
    expect(draft.current.dirty).toBe(false);
  });

  it('keeps two changes of one moment, and starts over clean', () => {
    const draft = hook();
    act(() => {
      draft.current.set({ name: 'Sur' });
      draft.current.set({ memberIds: [] });
    });
    expect(draft.current.value).toEqual({ name: 'Sur', memberIds: [] });
    act(() => draft.current.restart({ name: 'Este', memberIds: ['b'] }));
    expect([draft.current.dirty, draft.current.value.name]).toEqual([false, 'Este']);
  });
});

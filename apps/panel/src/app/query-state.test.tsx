import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPanel } from '../testing/render-panel';
import { ApiProblem } from './api-problem';
import { FormSummary, StaleChoice } from './form-summary';
import { MorePages, rowsOf, type Paged } from './more-pages';
import { QueryState, type Asked } from './query-state';

const problem = new ApiProblem('internal_error', 500, '', 'req-7');
const asked = (over: Partial<Asked<string[]>>): Asked<string[]> => ({
  data: undefined,
  error: null,
  isFetching: false,
  refetch: () => undefined,
  ...over,
});
const draw = (over: Partial<Asked<string[]>>, live = false) =>
  renderPanel(
    <QueryState query={asked(over)} failed="No vino" live={live}>
      {(rows) => <p>{rows.join()}</p>}
    </QueryState>,
  );

describe('what was asked for', () => {
  it('is its shape while it is on its way', async () => {
    await draw({});
    expect(screen.getByRole('status', { name: 'Cargando…' })).toBeTruthy();
  });

  it('is shown once it is here, also when it is nothing', async () => {
    await draw({ data: ['a', 'b'] });
    expect(screen.getByText('a,b')).toBeTruthy();
    await draw({ data: [] });
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('that did not come says why and is asked for again', async () => {
    let again = 0;
    const { user } = await draw({ error: problem, refetch: () => (again += 1) });
    expect(screen.getByRole('alert').textContent).toContain('No vino');
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(again).toBe(1);
  });

  it('stays when only its refresh failed, unless it has to be true now', async () => {
    const { unmount } = await draw({ data: ['a'], error: problem });
    expect(screen.getByText('a')).toBeTruthy();
    unmount();
    await draw({ data: ['a'], error: problem }, true);
    expect(screen.queryByText('a')).toBeNull();
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('the foot of a list of pages', () => {
  const pages = (over: Partial<Paged>): Paged => ({
    hasNextPage: true,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: () => undefined,
    ...over,
  });

  it('is gone once everything came', async () => {
    await renderPanel(<MorePages query={pages({ hasNextPage: false })} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('brings more, and says when more did not come', async () => {
    let more = 0;
    const { user } = await renderPanel(
      <MorePages
        label="Cargar más en Nuevo"
        query={pages({ isFetchNextPageError: true, fetchNextPage: () => (more += 1) })}
      />,
    );
    expect(screen.getByRole('alert').textContent).toBe('No se pudo cargar más');
    await user.click(screen.getByRole('button', { name: 'Cargar más en Nuevo' }));
    expect(more).toBe(1);
  });

  it('has the rows of all pages in order, and none before the first', () => {
    expect(rowsOf({ pages: [{ data: [1, 2] }, { data: [] }, { data: [3] }] })).toEqual([1, 2, 3]);
    expect(rowsOf(undefined)).toEqual([]);
  });
});

describe('what keeps a form from being saved', () => {
  it('is nothing at first', async () => {
    await renderPanel(<FormSummary count={0} of={null} error={null} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('counts marked fields before it speaks of the refusal, and takes the focus', async () => {
    await renderPanel(<FormSummary count={2} of={{}} error={problem} />);
    expect(screen.getByRole('alert').textContent).toBe('Hay 2 datos por corregir.');
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('says the refusal in its usual words, or in better ones', async () => {
    const { unmount } = await renderPanel(<FormSummary count={0} of={null} error={problem} />);
    expect(screen.getByRole('alert').textContent).toMatch(/Algo falló de nuestro lado/);
    unmount();
    const chosen: string[] = [];
    const { user } = await renderPanel(
      <FormSummary count={0} of={null} error={problem}>
        <StaleChoice
          words="Cambió"
          onOverwrite={() => chosen.push('mine')}
          onTakeTheirs={() => chosen.push('theirs')}
        />
      </FormSummary>,
    );
    await user.click(screen.getByRole('button', { name: 'Guardar lo mío' }));
    await user.click(screen.getByRole('button', { name: 'Ver lo último' }));
    expect(chosen).toEqual(['mine', 'theirs']);
  });
});

import type { Schemas } from '@hilo/api-client';
import type { Money } from '@hilo/money';
import type { Lead, LeadState, Page } from './lead';

/** The pipeline as `GET /leads/pipeline` gives it. */
export type Board = Schemas['PipelineView'];
/** One state of it: the server's count and sums are over all its cards, `leads` are those brought so far. */
export type BoardColumn = Board['columns'][number];

const added = (sum: Money, part: Money | null, sign: 1 | -1): Money =>
  part && part.currency === sum.currency ? { ...sum, amount: sum.amount + sign * part.amount } : sum;

function counted(column: BoardColumn, value: Money | null, sign: 1 | -1): BoardColumn {
  const known = column.values.some((sum) => sum.currency === value?.currency);
  return {
    ...column,
    count: Math.max(0, column.count + sign),
    value: added(column.value, value, sign),
    values:
      known || !value || sign < 0 ? column.values.map((sum) => added(sum, value, sign)) : [...column.values, value],
  };
}

export function findLead(board: Board, id: string): Lead | undefined {
  return board.columns.flatMap((column) => column.leads).find((lead) => lead.id === id);
}

/** The board without the card, its column counting one less. Unchanged when the card is not there. */
export function withoutLead(board: Board, id: string): Board {
  const lead = findLead(board, id);
  if (!lead) return board;
  return {
    columns: board.columns.map((column) =>
      column.state === lead.state
        ? { ...counted(column, lead.value, -1), leads: column.leads.filter((one) => one.id !== id) }
        : column,
    ),
  };
}

/** The board with the card as it now is: in place when its state stays, on top of its new column when it moved or is new. */
export function withLead(board: Board, lead: Lead): Board {
  const before = findLead(board, lead.id);
  if (before?.state === lead.state && before.value?.amount === lead.value?.amount)
    return {
      columns: board.columns.map((column) =>
        column.state === lead.state
          ? { ...column, leads: column.leads.map((one) => (one.id === lead.id ? lead : one)) }
          : column,
      ),
    };
  const rest = withoutLead(board, lead.id);
  return {
    columns: rest.columns.map((column) =>
      column.state === lead.state ? { ...counted(column, lead.value, 1), leads: [lead, ...column.leads] } : column,
    ),
  };
}

/** The next cards of a column, without those that came meanwhile by another way. */
export function withMore(board: Board, state: LeadState, page: Page<Lead>): Board {
  const known = new Set(board.columns.flatMap((column) => column.leads.map((lead) => lead.id)));
  const fresh = page.data.filter((lead) => lead.state === state && !known.has(lead.id));
  return {
    columns: board.columns.map((column) =>
      column.state === state ? { ...column, leads: [...column.leads, ...fresh], nextCursor: page.nextCursor } : column,
    ),
  };
}

/** The card beside the given one: along its column, or at the same height of the next column that has cards. */
export function neighbourOf(board: Board, id: string, way: 'up' | 'down' | 'left' | 'right'): string | undefined {
  const columns = board.columns.filter((column) => column.leads.length > 0);
  const column = columns.findIndex(({ leads }) => leads.some((lead) => lead.id === id));
  const row = columns[column]?.leads.findIndex((lead) => lead.id === id) ?? -1;
  if (way === 'up' || way === 'down') return columns[column]?.leads[row + (way === 'down' ? 1 : -1)]?.id;
  const beside = columns[column + (way === 'right' ? 1 : -1)]?.leads;
  return beside?.[Math.min(row, beside.length - 1)]?.id;
}

import type { ListSection, SendFailure } from '../../../channels/index.js';
import { refusal } from '../map-error.js';
import { brokenLimit, type Json, type Limit } from './built.js';

const MAX_ROWS = 10;

/** The rows of a list message: at most ten over all sections, ids unique, every section named when there are several. */
export function listAction(
  button: string,
  sections: readonly ListSection[],
): { action: Json } | { failure: SendFailure } {
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length < 1 || rows.length > MAX_ROWS)
    return { failure: refusal('rows_count', `A list has from 1 to ${MAX_ROWS} rows, counting all its sections.`) };
  if (new Set(rows.map(({ id }) => id)).size !== rows.length)
    return { failure: refusal('rows_repeated', 'Two rows of the list have the same id.') };
  const limits: Limit[] = [
    { name: 'button of the list', text: button, max: 20, required: true },
    ...sections.map(({ title }) => ({
      name: 'title of a section',
      text: title,
      max: 24,
      required: sections.length > 1,
    })),
    ...rows.flatMap(({ id, title, description }) => [
      { name: 'title of a row', text: title, max: 24, required: true },
      { name: 'id of a row', text: id, max: 200, required: true },
      { name: 'description of a row', text: description, max: 72 },
    ]),
  ];
  const broken = brokenLimit(limits);
  if (broken?.ok === false) return { failure: broken.failure };
  return { action: { button, sections: sections.map(sectionJson) } };
}

function sectionJson({ title, rows }: ListSection): Json {
  const items = rows.map(({ id, title: name, description }) => ({
    id,
    title: name,
    ...(description === undefined ? {} : { description }),
  }));
  return { ...(title === undefined ? {} : { title }), rows: items };
}

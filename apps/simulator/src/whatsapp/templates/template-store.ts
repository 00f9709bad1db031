import { readFileSync } from 'node:fs';
import type { Template } from './template.js';

type Shipped = Omit<Template, 'id'>;
const shipped = JSON.parse(readFileSync(new URL('./library.json', import.meta.url), 'utf8')) as Shipped[];
const FIRST_ID = 1_689_556_908_129_800;

export interface TemplateQuery {
  limit: number;
  after?: string | undefined;
  before?: string | undefined;
  status?: string | undefined;
  name?: string | undefined;
  language?: string | undefined;
  category?: string | undefined;
}

export interface TemplatePage {
  data: Template[];
  /** Opaque places of the first and the last of this page. */
  cursors: { before: string; after: string } | null;
  more: boolean;
  earlier: boolean;
}

/** The message templates of one account, with ids that count up. */
export class TemplateStore {
  private templates: Template[] = [];
  private issued = 0;

  constructor(private readonly firstId = FIRST_ID) {
    this.reset();
  }

  find(name: string, language: string): Template | undefined {
    return this.templates.find((each) => each.name === name && sameLanguage(each.language, language));
  }

  byId(id: string): Template | undefined {
    return this.templates.find((each) => each.id === id);
  }

  add(template: Shipped): Template {
    this.issued += 1;
    const added = { ...template, id: String(this.firstId + this.issued) };
    this.templates.push(added);
    return added;
  }

  /** Removes every language of the name, or only the one of the id. Returns how many went. */
  remove(name: string, id?: string): number {
    const before = this.templates.length;
    this.templates = this.templates.filter((each) => each.name !== name || (id !== undefined && each.id !== id));
    return before - this.templates.length;
  }

  page({ limit, after, before, ...filter }: TemplateQuery): TemplatePage {
    const matching = this.templates.filter(
      (each) =>
        same(each.status, filter.status) &&
        same(each.category, filter.category) &&
        (filter.name === undefined || each.name.includes(filter.name)) &&
        (filter.language === undefined || sameLanguage(each.language, filter.language)),
    );
    const end = before === undefined ? matching.length : Math.max(0, placeOf(before));
    const start = before === undefined ? (after === undefined ? 0 : placeOf(after) + 1) : Math.max(0, end - limit);
    const data = matching.slice(start, Math.min(end, start + limit));
    const cursors = data.length === 0 ? null : { before: cursorOf(start), after: cursorOf(start + data.length - 1) };
    return { data, cursors, more: start + data.length < matching.length, earlier: start > 0 };
  }

  reset(): void {
    this.templates = [];
    this.issued = 0;
    for (const template of structuredClone(shipped)) this.add(template);
  }
}

const same = (value: string, wanted: string | undefined): boolean =>
  wanted === undefined || value.toUpperCase() === wanted.toUpperCase();
const sameLanguage = (one: string, other: string): boolean =>
  one.replace('-', '_').toLowerCase() === other.replace('-', '_').toLowerCase();
const cursorOf = (place: number): string => Buffer.from(`place:${place}`).toString('base64url');
const placeOf = (cursor: string): number =>
  Number(/^place:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1] ?? -1);

import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { EntryStatus, ItemKind } from '../domain/item.js';
import type { SearchWord } from '../domain/search-words.js';

export interface ItemFilter {
  category?: string;
  kind?: ItemKind;
  inStock?: boolean;
  status?: EntryStatus;
}

export interface ScoredItem {
  id: string;
  /** 0 to 1: how well the words are met on average. */
  score: number;
}

const LIKENESS = 0.5;

/** Exact words before beginnings of words, and those before words that only look alike. */
const SCORE = `case
  when i.search_text like '% ' || w.word || ' %' then 1.0
  when i.search_text like '% ' || w.word || '%' then 0.8
  when w.differ then case when word_similarity(w.word, i.search_text) >= ${LIKENESS} then 0.6 * word_similarity(w.word, i.search_text) else 0 end
  else 0 end`;

/** Finds items by their search documents. */
@Injectable()
export class ItemSearchQuery {
  constructor(private readonly sql: Sql) {}

  /** The best first. `everyWord`: each word must be met; otherwise at least half of what was asked. */
  async search(
    words: readonly SearchWord[],
    everyWord: boolean,
    filter: ItemFilter,
    limit: number,
  ): Promise<ScoredItem[]> {
    const values: unknown[] = [
      words.map(({ word }) => word),
      words.map(({ mayDiffer }) => mayDiffer),
      everyWord,
      limit,
    ];
    const where = this.conditions(filter, (value) => `$${values.push(value)}`);
    return this.sql.rows<ScoredItem>(
      `select i.id, avg(met.score)::float8 as score
       from catalogue_item i
       cross join lateral (select ${SCORE} as score from unnest($1::text[], $2::boolean[]) as w (word, differ)) met
       where ${where.join(' and ')}
       group by i.id
       having case when $3 then min(met.score) > 0 else avg(met.score) >= 0.45 end
       order by avg(met.score) desc, coalesce(i.stock, 1) > 0 desc, i.name, i.id limit $4`,
      values,
    );
  }

  /** In the order of names. */
  list(
    filter: ItemFilter,
    after: { name: string; id: string } | null,
    limit: number,
  ): Promise<{ id: string; name: string }[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = this.conditions(filter, bind);
    if (after) where.push(`(i.name, i.id) > (${bind(after.name)}, ${bind(after.id)}::uuid)`);
    return this.sql.rows<{ id: string; name: string }>(
      `select i.id, i.name from catalogue_item i where ${where.join(' and ')} order by i.name, i.id limit ${bind(limit)}`,
      values,
    );
  }

  private conditions({ category, kind, inStock, status }: ItemFilter, bind: (value: unknown) => string): string[] {
    const where = ['true'];
    if (category !== undefined) where.push(`plain_text(i.category) = plain_text(${bind(category)})`);
    if (kind !== undefined) where.push(`i.kind = ${bind(kind)}`);
    if (status !== undefined) where.push(`i.status = ${bind(status)}`);
    if (inStock !== undefined) where.push(inStock ? '(i.stock is null or i.stock > 0)' : 'i.stock = 0');
    return where;
  }
}

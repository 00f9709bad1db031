import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface MergeSuggestionRow {
  id: string;
  keptId: string;
  otherId: string;
  reason: 'seen_together' | 'phone_variant';
  createdAt: Date;
}

/** Pairs of contacts that may be one person, the newest first, while both still exist. */
@Injectable()
export class MergeSuggestionsQuery {
  constructor(private readonly sql: Sql) {}

  page(before: string | null, limit: number): Promise<MergeSuggestionRow[]> {
    return this.sql.rows<MergeSuggestionRow>(
      `select s.id, s.kept_id as "keptId", s.other_id as "otherId", s.reason, s.created_at as "createdAt" from contact_merge_suggestion s
       join contact kept on kept.id = s.kept_id and kept.merged_into is null
       join contact other on other.id = s.other_id and other.merged_into is null
       where $1::uuid is null or s.id < $1::uuid order by s.id desc limit $2`,
      [before, limit],
    );
  }
}

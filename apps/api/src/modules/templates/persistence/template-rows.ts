import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type {
  StoredTemplate,
  TemplateCategory,
  TemplateQuality,
  TemplateStatus,
  TemplateVariable,
} from '../domain/template.js';

export interface SyncedTemplate extends Omit<StoredTemplate, 'updatedAt' | 'channelId'> {
  providerTemplateId: string;
  variables: readonly TemplateVariable[];
}

export interface TemplateFilter {
  status?: TemplateStatus;
  channelId?: string;
  q?: string;
  after: { name: string; id: string } | null;
  limit: number;
}

const COLUMNS = `id, channel_id as "channelId", name, language, category, status, quality, rejected_reason as "rejectedReason", components,
  parameter_format as "parameterFormat", updated_at as "updatedAt"`;

const UPSERT = `
  insert into message_template as t (id, channel_id, provider_template_id, name, language, category, status, quality, rejected_reason, components, parameter_format, variables, created_at, updated_at)
  select r.id, $1, r."providerTemplateId", r.name, r.language, r.category, r.status, r.quality, r."rejectedReason", r.components, r."parameterFormat", r.variables, $3, $3
  from jsonb_to_recordset($2::jsonb) as r (id uuid, "providerTemplateId" text, name text, language text, category text, status text, quality text,
    "rejectedReason" text, components jsonb, "parameterFormat" text, variables jsonb)
  order by r.name, r.language
  on conflict (channel_id, name, language) do update set
    provider_template_id = excluded.provider_template_id, category = excluded.category, status = excluded.status, quality = excluded.quality,
    rejected_reason = excluded.rejected_reason, components = excluded.components, parameter_format = excluded.parameter_format, variables = excluded.variables, updated_at = excluded.updated_at
  where (t.provider_template_id, t.category, t.status, t.quality, t.rejected_reason, t.components, t.parameter_format)
    is distinct from (excluded.provider_template_id, excluded.category, excluded.status, excluded.quality, excluded.rejected_reason, excluded.components, excluded.parameter_format)`;

/** Templates as the provider last told them. */
@Injectable()
export class TemplateRows {
  constructor(private readonly sql: Sql) {}

  /** How many rows are new or different. */
  upsert(channelId: string, templates: readonly SyncedTemplate[], at: Date): Promise<number> {
    return this.sql.affected(UPSERT, [channelId, JSON.stringify(templates), at]);
  }

  /** Whatever the provider does not list any more. */
  markDeleted(channelId: string, present: readonly { name: string; language: string }[], at: Date): Promise<number> {
    return this.sql.affected(
      `update message_template set status = 'deleted', updated_at = $4 where channel_id = $1 and status <> 'deleted'
         and (name, language) not in (select * from unnest($2::text[], $3::text[]))`,
      [channelId, present.map(({ name }) => name), present.map(({ language }) => language), at],
    );
  }

  /** Changes what is given; 0 when the template is not known. */
  tell(
    channelId: string,
    providerTemplateId: string,
    told: { status?: TemplateStatus; quality?: TemplateQuality; category?: TemplateCategory; reason?: string | null },
    at: Date,
  ): Promise<number> {
    return this.sql.affected(
      `update message_template set status = coalesce($3, status), quality = coalesce($4, quality), category = coalesce($5, category),
         rejected_reason = case when $3::text is null then rejected_reason else $6 end, updated_at = $7
       where channel_id = $1 and provider_template_id = $2`,
      [
        channelId,
        providerTemplateId,
        told.status ?? null,
        told.quality ?? null,
        told.category ?? null,
        told.reason ?? null,
        at,
      ],
    );
  }

  byId(id: string): Promise<StoredTemplate | undefined> {
    return this.sql.one<StoredTemplate>(`select ${COLUMNS} from message_template where id = $1`, [id]);
  }

  list({ status, channelId, q, after, limit }: TemplateFilter): Promise<StoredTemplate[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = [status === undefined ? `status <> 'deleted'` : `status = ${bind(status)}`];
    if (channelId !== undefined) where.push(`channel_id = ${bind(channelId)}`);
    if (q !== undefined)
      where.push(
        `position(plain_text(${bind(q)}) in plain_text(replace(name, '_', ' ') || ' ' || name || ' ' || components::text)) > 0`,
      );
    if (after) where.push(`(name, id) > (${bind(after.name)}, ${bind(after.id)}::uuid)`);
    return this.sql.rows<StoredTemplate>(
      `select ${COLUMNS} from message_template where ${where.join(' and ')} order by name, id limit ${bind(limit)}`,
      values,
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

/** What an administrator decides about the assistant, and what it may say of the business beyond its profile. */
export interface AssistantSettings {
  enabled: boolean;
  /** How long an enquiry is remembered after its last message. */
  qualificationDays: number;
  shipping: string;
  payments: string[];
  warranty: string;
  website: string;
  /** Units of one line from which the wholesale price applies; null when there is none. */
  wholesaleMinQty: number | null;
  version: number;
}

@Injectable()
export class SettingsRow {
  constructor(private readonly sql: Sql) {}

  async read(): Promise<AssistantSettings> {
    const [row] = await this.sql.rows<AssistantSettings>(
      `select enabled, qualification_days as "qualificationDays", shipping, payments, warranty, website, wholesale_min_qty as "wholesaleMinQty", version from assistant_settings`,
    );
    if (!row) throw new Error('the settings of the assistant are missing: the migrations have not run');
    return row;
  }

  /** False when the version is not the current one. */
  async write({
    enabled,
    qualificationDays,
    shipping,
    payments,
    warranty,
    website,
    wholesaleMinQty,
    version,
  }: AssistantSettings): Promise<boolean> {
    const changed = await this.sql.affected(
      `update assistant_settings set enabled = $1, qualification_days = $2, shipping = $3, payments = $4, warranty = $5, website = $6, wholesale_min_qty = $7, version = version + 1
        where version = $8`,
      [enabled, qualificationDays, shipping, payments, warranty, website, wholesaleMinQty, version],
    );
    return changed > 0;
  }
}

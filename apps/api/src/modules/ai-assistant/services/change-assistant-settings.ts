import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { staleVersion } from '../../../platform/http/domain-error.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { type AssistantSettings, SettingsRow } from '../persistence/settings-row.js';

export type SettingsChange = Partial<Omit<AssistantSettings, 'version'>>;

/** What administrators decide about the assistant. */
@Injectable()
export class ChangeAssistantSettings {
  constructor(
    private readonly row: SettingsRow,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  read(): Promise<AssistantSettings> {
    return this.row.read();
  }

  /** @throws stale_version */
  change(by: Principal | 'system', version: number | undefined, change: SettingsChange): Promise<AssistantSettings> {
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as SettingsChange;
    return this.transaction.run(async () => {
      const before = await this.row.read();
      if (!(await this.row.write({ ...before, ...given, version: version ?? before.version })))
        throw staleVersion(before.version);
      await this.audit.record(
        by,
        'assistant.settings-changed',
        { type: 'settings', id: 'assistant' },
        { fields: Object.keys(given) },
      );
      return this.row.read();
    });
  }
}

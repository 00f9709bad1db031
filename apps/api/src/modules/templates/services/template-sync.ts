import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels, type RemoteTemplate } from '../../channels/index.js';
import { categoryOf, qualityOf, statusOf } from '../domain/template.js';
import { partsOf } from '../domain/template-parts.js';
import { TemplateRows, type SyncedTemplate } from '../persistence/template-rows.js';

export interface SyncResult {
  changed: number;
  deleted: number;
}

/** Keeps our templates as the providers have them: they decide. */
@Injectable()
export class TemplateSync {
  private readonly logger = new Logger('templates');

  constructor(
    private readonly channels: Channels,
    private readonly rows: TemplateRows,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Every active channel that has templates. One that does not answer keeps what we knew of it. */
  async syncAll(): Promise<SyncResult> {
    const total = { changed: 0, deleted: 0 };
    for (const card of await this.channels.list()) {
      if (!card.active) continue;
      const result = await this.sync(card.id);
      total.changed += result.changed;
      total.deleted += result.deleted;
    }
    return total;
  }

  /** Takes over the whole list of one channel: what is missing in it is deleted. */
  apply(channelId: string, remote: readonly RemoteTemplate[]): Promise<SyncResult> {
    return this.transaction.run(async () => {
      const at = this.clock.now();
      const templates = [
        ...new Map(remote.map((template) => [`${template.name} ${template.language}`, syncedOf(template)])).values(),
      ];
      const changed = await this.rows.upsert(channelId, templates, at);
      return { changed, deleted: await this.rows.markDeleted(channelId, templates, at) };
    });
  }

  private async sync(channelId: string): Promise<SyncResult> {
    try {
      const { adapter, connection } = await this.channels.connect(channelId);
      return adapter.capabilities.templates
        ? await this.apply(channelId, await adapter.listTemplates(connection))
        : { changed: 0, deleted: 0 };
    } catch (error) {
      this.logger.warn(`channel ${channelId}: ${error instanceof Error ? error.message : String(error)}`);
      return { changed: 0, deleted: 0 };
    }
  }
}

function syncedOf({
  providerTemplateId,
  name,
  language,
  category,
  status,
  quality,
  rejectedReason,
  parameterFormat,
  components,
}: RemoteTemplate): SyncedTemplate {
  const { variables } = partsOf({ components, parameterFormat });
  return {
    id: newId(),
    providerTemplateId,
    name,
    language,
    category: categoryOf(category),
    status: statusOf(status),
    quality: qualityOf(quality),
    rejectedReason,
    components,
    parameterFormat,
    variables,
  };
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Waker } from '../../../platform/jobs/waker.js';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { channelNotice, type ChannelNoticeEvent } from '../../channels/index.js';
import { categoryOf, qualityOf, statusOf } from '../domain/template.js';
import { SYNC_TEMPLATES } from '../jobs/sync-templates.js';
import { TemplateRows } from '../persistence/template-rows.js';

/** Takes over what the provider tells of a template; of one that we do not know, it asks for the list. */
@Injectable()
@Listener()
export class ApplyTemplateNotice implements EventListener {
  readonly name = 'apply-template-notice';
  readonly events = [channelNotice];

  constructor(
    private readonly rows: TemplateRows,
    private readonly transaction: Transaction,
    private readonly waker: Waker,
    private readonly clock: Clock,
  ) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    for (const { data } of itemsOf(channelNotice, batch)) {
      const known = await this.apply(data.channelId, data.notice);
      if (!known) this.transaction.afterCommit(() => this.waker.wake(SYNC_TEMPLATES));
    }
  }

  private async apply(channelId: string, notice: ChannelNoticeEvent['notice']): Promise<boolean> {
    const at = this.clock.now();
    switch (notice.kind) {
      case 'template_status':
        return (
          (await this.rows.tell(
            channelId,
            notice.templateId,
            { status: statusOf(notice.status), reason: notice.reason ?? null },
            at,
          )) > 0
        );
      case 'template_quality':
        return (await this.rows.tell(channelId, notice.templateId, { quality: qualityOf(notice.quality) }, at)) > 0;
      case 'template_category':
        return (await this.rows.tell(channelId, notice.templateId, { category: categoryOf(notice.category) }, at)) > 0;
      default:
        return true;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Contacts } from '../../contacts/index.js';
import { OutboundRows } from '../persistence/outbound-rows.js';
import { SendMessage } from './send-message.js';

const CONFIRMATIONS: Readonly<Record<string, string>> = {
  es: 'Listo: no te enviaremos más promociones. Si necesitas algo, puedes escribirnos cuando quieras.',
  pt: 'Pronto: não enviaremos mais promoções. Se precisar de algo, pode nos escrever quando quiser.',
  en: 'Done: we will not send you promotions any more. If you need anything, write to us whenever you like.',
};

/** Says once that the wish was heard. */
@Injectable()
export class ConfirmOptOut {
  constructor(
    private readonly send: SendMessage,
    private readonly contacts: Contacts,
    private readonly rows: OutboundRows,
    private readonly clock: Clock,
  ) {}

  async confirm(conversationId: string): Promise<void> {
    const conversation = await this.rows.lock(conversationId);
    if (!conversation) return;
    const language =
      (await this.contacts.byIds([conversation.contact_id])).get(conversation.contact_id)?.language?.slice(0, 2) ??
      'es';
    const text = CONFIRMATIONS[language] ?? CONFIRMATIONS['es'] ?? '';
    await this.send.send({
      conversationId,
      author: { kind: 'system' },
      content: { type: 'text', text },
      purposeKey: `opt-out-${conversation.contact_id}-${this.clock.now().toISOString().slice(0, 10)}`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { ChangeAssistantSettings } from '../modules/ai-assistant/index.js';
import { FaqEditing, ItemEditing, type NewItem } from '../modules/catalogue/index.js';
import { demoRows } from './demo-rows.js';

@Injectable()
export class DemoOffer {
  constructor(
    private readonly items: ItemEditing,
    private readonly faqs: FaqEditing,
    private readonly assistant: ChangeAssistantSettings,
  ) {}

  async load(): Promise<void> {
    for (const item of demoRows<NewItem>('catalogue')) await this.items.create('system', item);
    for (const faq of demoRows<{ question: string; answer: string; tags: string[] }>('faq'))
      await this.faqs.create('system', faq);
    await this.assistant.change('system', undefined, {
      payments: ['efectivo', 'transferencia bancaria', 'tarjeta de crédito o débito', 'código QR'],
      shipping:
        'En Quito y Guayaquil entregamos en 24 horas; al resto del Ecuador, de 2 a 4 días laborables por courier',
      wholesaleMinQty: 5,
    });
  }
}

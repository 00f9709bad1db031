import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { minorUnitDigits } from '@hilo/money';
import {
  AiAssistantModule,
  ChangeAssistantSettings,
  CurrentShop,
  evaluate,
  type FileProduct,
  type FileShop,
  Qualifications,
  type ShopUnderTest,
  Think,
} from '../modules/ai-assistant/index.js';
import { Business } from '../modules/business/index.js';
import { ItemEditing } from '../modules/catalogue/index.js';
import { ChannelSetup } from '../modules/channels/index.js';
import { ContactIdentification } from '../modules/contacts/index.js';
import { Conversations } from '../modules/conversations/index.js';
import { WhatsappModule } from '../modules/whatsapp/index.js';
import { Transaction } from '../platform/database/transaction.js';
import { PinoLogger } from '../platform/logging/pino-logger.js';
import { PlatformModule } from '../platform/platform.module.js';
import { RootModule } from '../root.module.js';
import { type CommandArguments, say } from './commands.js';
import { createScratchDatabase } from './scratch-database.js';

/** Judges the assistant over files: each of their shops is a business of its own, with the product's services over a scratch database. */
export async function isacEvaluate({ options }: CommandArguments): Promise<void> {
  const { catalogue, intents, search, dialogues, out } = options;
  if (!catalogue || !out) throw new Error('Missing: --catalogue FILE --out FOLDER');
  const given = Object.entries({ intents, search, dialogues }).flatMap(([name, path]) =>
    path ? [[name, resolve(path)] as const] : [],
  );
  const closers: (() => Promise<void>)[] = [];
  try {
    const verdict = await evaluate(
      { catalogue: resolve(catalogue), out: resolve(out), ...Object.fromEntries(given) },
      async (shop, products) => {
        const database = await createScratchDatabase();
        closers.unshift(database.drop);
        const modules = [PlatformModule, WhatsappModule, AiAssistantModule];
        const app = await NestFactory.createApplicationContext(RootModule.of(database.config, modules), {
          logger: new PinoLogger({ logLevel: 'warn' }),
          abortOnError: false,
        });
        closers.unshift(() => app.close());
        return openShop(app, shop, products);
      },
      () => performance.now(),
    );
    for (const violation of verdict.violations) process.stderr.write(`violation: ${violation}\n`);
    const passed = verdict.violations.length === 0;
    const counts = `${verdict.messages} messages, ${verdict.searches} searches, ${verdict.dialogues} dialogues`;
    say(`answers: p50 ${verdict.latencyP50.toFixed(1)} ms, p95 ${verdict.latencyP95.toFixed(1)} ms`);
    say(
      `${passed ? 'PASS' : 'FAIL'} isac:evaluate: ${counts}, p95 ${verdict.latencyP95.toFixed(1)} ms, invented prices or sold-out offers: ${verdict.violations.length}`,
    );
    if (!passed) process.exitCode = 1;
  } finally {
    for (const close of closers) await close();
  }
}

async function openShop(
  app: INestApplicationContext,
  shop: FileShop,
  products: readonly FileProduct[],
): Promise<ShopUnderTest> {
  const get = <T>(service: new (...parts: never[]) => T): T => app.get<T>(service, { strict: false });
  await furnish(get, shop, products);
  const [mind, qualifications, transaction] = [get(Think), get(Qualifications), get(Transaction)];
  const written = new Map(products.map(({ sku }) => [sku.trim().toUpperCase(), sku]));
  const channel = await get(ChannelSetup).ensure({
    kind: 'whatsapp_cloud',
    name: shop.name,
    address: '1',
    accountId: null,
    displayAddress: null,
    baseUrl: 'http://127.0.0.1:9',
    credentials: { accessToken: '-' },
    country: shop.country || 'EC',
    assistantMode: 'auto',
    teamId: null,
  });
  let customers = 0;
  return {
    current: () => get(CurrentShop).read(),
    answer: async (text) => (await mind.about({ text })).turn,
    begin: async () => {
      customers += 1;
      const phone = `+59399${String(1_000_000 + customers)}`;
      const sender = {
        key: 'customer',
        channelKind: 'whatsapp_cloud' as const,
        identities: [{ kind: 'wa_id' as const, value: phone.slice(1) }],
        phone,
      };
      const contactId = (await get(ContactIdentification).resolve([sender])).get('customer')?.contactId ?? '';
      const conversationId = await transaction.run(() => get(Conversations).openFor(contactId, channel.id));
      const said: string[] = [];
      return {
        say: async (text) => {
          const thought = await mind.about({
            state: await qualifications.stateOf(conversationId),
            text,
            earlierTexts: said,
          });
          await qualifications.keep(conversationId, thought);
          said.push(text);
          return thought.turn;
        },
      };
    },
    skuOf: (sku) => written.get(sku) ?? sku,
  };
}

async function furnish(
  get: <T>(service: new (...parts: never[]) => T) => T,
  shop: FileShop,
  products: readonly FileProduct[],
): Promise<void> {
  const { name, country, currency, city, address, hours, shipping, payments, warranty, wholesaleMinQty } = shop;
  const voice = country === 'BR' ? 'pt-BR' : country === 'AR' || country === 'UY' ? 'es-rioplatense' : 'es-neutral';
  await get(Business).change('system', undefined, {
    name,
    currency,
    country: country || 'EC',
    voice,
    stores: [{ name, address, city, hours, pickup: true }],
  });
  await get(ChangeAssistantSettings).change('system', undefined, { shipping, payments, warranty, wholesaleMinQty });
  const items = get(ItemEditing);
  for (const {
    shop: _,
    sku,
    name: title,
    brand,
    category,
    attributes,
    currency: own,
    priceRetail,
    priceWholesale,
    stock,
  } of products) {
    const minor = (amount: number) => ({ amount: Math.round(amount * 10 ** minorUnitDigits(own)), currency: own });
    await items.create('system', {
      kind: 'product',
      sku,
      name: title,
      brand,
      category: category ?? '',
      attributes,
      stock,
      priceRetail: minor(priceRetail),
      priceWholesale: priceWholesale === null ? null : minor(priceWholesale),
    });
  }
}

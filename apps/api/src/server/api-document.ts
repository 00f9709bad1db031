import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const TAGS: readonly [string, string][] = [
  ['Auth', 'Sign-in, sessions, people, teams, roles, API keys, audit'],
  ['Business', 'The business, its stores, hours and holidays'],
  ['Notifications', 'What a person must know'],
  ['Channels', 'WhatsApp and Instagram addresses, problems, the flight recorder'],
  ['WhatsApp', 'Webhooks of the WhatsApp Business Platform'],
  ['Contacts', 'Customers, their identities and their consent'],
  ['Catalogue', 'Products, properties and services; frequent questions'],
  ['Templates', 'Approved message templates'],
  ['Conversations', 'The thread: messages, assignment, the sending policy'],
  ['Links', 'Tracked links and what they bring'],
  ['Leads', 'Enquiries on their way to a sale'],
  ['AI Assistant', 'ISAC: turns, traces, suggestions, settings'],
  ['Workspace', 'What a person sees at once from many rooms'],
  ['System', 'State and configuration'],
];

/** OpenAPI 3.1 of everything under `/api/v1`, from the code. */
export async function apiDocument(app: INestApplication): Promise<OpenAPIObject> {
  const builder = new DocumentBuilder()
    .setTitle('Hilo')
    .setDescription('The CRM of a business that sells by WhatsApp and Instagram. The panel uses nothing but this API.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addCookieAuth('hilo_session', { type: 'apiKey', in: 'cookie', name: 'hilo_session' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: hilo_…' }, 'key');
  for (const [name, description] of TAGS) builder.addTag(name, description);
  await loadDocComments();
  return SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** Written at build time from the DTOs' own comments and types; absent in tests. */
async function loadDocComments(): Promise<void> {
  const file = new URL('../metadata.js', import.meta.url);
  if (!existsSync(fileURLToPath(file))) return;
  const loaded = (await import(file.href)) as { default: () => Promise<Record<string, unknown>> };
  await SwaggerModule.loadPluginMetadata(loaded.default);
}

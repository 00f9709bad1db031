import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WhatsAppAccount } from './whatsapp/account.js';

const filled = z.string().trim().min(1);

/** Every variable the simulator reads; what is silent falls back to the demo's identifiers. */
const schema = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SIMULATOR_HOST: filled.default('127.0.0.1'),
  TARGET_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  HILO_DATA_DIR: filled.default('.data'),
  WHATSAPP_APP_SECRET: filled.optional(),
  WHATSAPP_VERIFY_TOKEN: filled.optional(),
  WHATSAPP_PHONE_NUMBER_ID: filled.default('100200300'),
  WHATSAPP_BUSINESS_ACCOUNT_ID: filled.default('900800700'),
  WHATSAPP_ACCESS_TOKEN: filled.default('simulator-token'),
  WHATSAPP_DISPLAY_NUMBER: filled.default('+593 99 000 0001'),
});

const kept = z.object({ whatsappAppSecret: z.string().optional(), whatsappVerifyToken: z.string().optional() });

export interface Environment {
  host: string;
  port: number;
  /** Origin of the product, without a trailing slash. */
  targetUrl: string;
  whatsapp: WhatsAppAccount;
}

/** Reads the environment, then `secrets.json` of the data folder for the secrets that it does not give. @throws ZodError naming every mistake. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const env = schema.parse(Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim())));
  const file = join(env.HILO_DATA_DIR, 'secrets.json');
  const secrets = existsSync(file) ? kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  return {
    host: env.SIMULATOR_HOST,
    port: env.SIMULATOR_PORT,
    targetUrl: env.TARGET_URL.replace(/\/+$/, ''),
    whatsapp: {
      phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID,
      businessAccountId: env.WHATSAPP_BUSINESS_ACCOUNT_ID,
      displayNumber: env.WHATSAPP_DISPLAY_NUMBER,
      accessToken: env.WHATSAPP_ACCESS_TOKEN,
      appSecret: env.WHATSAPP_APP_SECRET ?? secrets.whatsappAppSecret ?? 'simulator-app-secret',
      verifyToken: env.WHATSAPP_VERIFY_TOKEN ?? secrets.whatsappVerifyToken ?? 'simulator-verify-token',
    },
  };
}

import { readFileSync } from 'node:fs';

import { z } from 'zod';

const attribute = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const catalogueFile = z.object({
  shops: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      country: z.string().default(''),
      city: z.string().default(''),
      currency: z.string(),
      address: z.string().default(''),
      hours: z.string().default(''),
      shipping: z.string().default(''),
      payments: z.array(z.string()).default([]),
      warranty: z.string().default(''),
      wholesaleMinQty: z.number().nullable().default(null),
    }),
  ),
  products: z.array(
    z.object({
      sku: z.string(),
      shop: z.string(),
      name: z.string(),
      brand: z.string().nullable().default(null),
      category: z.string().nullable().default(null),
      attributes: z.record(z.string(), attribute).default({}),
      currency: z.string(),
      priceRetail: z.number(),
      priceWholesale: z.number().nullable().default(null),
      stock: z.number().nullable().default(null),
    }),
  ),
});
export type CatalogueFile = z.infer<typeof catalogueFile>;

export const intentLine = z.object({ id: z.string(), shop: z.string(), text: z.string() });
export const searchLine = z.object({ id: z.string(), shop: z.string(), query: z.string() });
export const dialogueLine = z.object({
  id: z.string(),
  shop: z.string(),
  turns: z.array(z.object({ user: z.string() })),
});

/** Reads a file of one JSON object a line and checks each. */
export function readJsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

import { readFileSync } from 'node:fs';

export interface Product {
  apiUrl: string;
  simulatorUrl: string;
  admin: { email: string; password: string };
}

const told = 'HILO_E2E_PRODUCT';

export const tellProduct = (file: string): void => void Object.assign(process.env, { [told]: file });

export const isProductTold = (): boolean => Boolean(process.env[told]);

/** The product that the journeys run against. */
export function product(): Product {
  const file = process.env[told];
  if (!file) throw new Error('the product was not started');
  return JSON.parse(readFileSync(file, 'utf8')) as Product;
}

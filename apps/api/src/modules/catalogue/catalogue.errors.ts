import { DomainError } from '../../platform/http/domain-error.js';

export const skuTaken = (sku: string): DomainError =>
  new DomainError('sku_taken', 409, `There is already an item with the SKU ${sku}.`);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { whileUncommitted } from '../../../testing/while-uncommitted.js';
import { AuthModule, permissionsOf, type Principal } from '../../auth/index.js';
import { newId } from '../../../platform/ids/uuid.js';
import { CatalogueModule } from '../catalogue.module.js';
import { Catalogue, ItemEditing, type NewItem } from '../index.js';

const boss: Principal = {
  kind: 'user',
  id: newId(),
  name: 'Sofía',
  roles: ['admin'],
  teamIds: [],
  permissions: permissionsOf(['admin']),
};
const item = (sku: string, over: Partial<NewItem> = {}): NewItem => ({
  kind: 'product',
  sku,
  name: 'Casco',
  category: 'Cascos',
  priceRetail: { amount: 100, currency: 'USD' },
  ...over,
});
let context: ModuleContext;
let editing: ItemEditing;

beforeAll(async () => {
  context = await startModules([AuthModule, CatalogueModule]);
  editing = context.module.get(ItemEditing);
});
afterAll(() => context.close());

describe('two who want one SKU at the same moment', () => {
  it('both new: the second is told that it is taken', async () => {
    const outcome = await whileUncommitted(
      context.module,
      () => editing.create('system', item('NEW-1')),
      () => editing.create('system', item('new-1')),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'sku_taken', status: 409 } });
  });

  it('one new and one renamed: the second is told as well', async () => {
    const { id } = await editing.create('system', item('OLD-1'));
    const outcome = await whileUncommitted(
      context.module,
      () => editing.create('system', item('NEW-2')),
      () => editing.edit(boss, id, undefined, { sku: 'new-2' }),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'sku_taken' } });
    expect((await context.module.get(Catalogue).bySku('old-1'))?.id).toBe(id);
  });
});

describe('two who change one item at the same moment', () => {
  it('the second waits, sees what the first wrote, and keeps it', async () => {
    const { id } = await editing.create('system', item('ONE-1'));
    const outcome = await whileUncommitted(
      context.module,
      () => editing.edit(boss, id, undefined, { stock: 3 }),
      () => editing.edit(boss, id, undefined, { brand: 'KX' }),
    );
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { stock: 3, brand: 'KX', version: 3 } });
  });

  it('the second, who asks for the version before, is refused', async () => {
    const { id } = await editing.create('system', item('ONE-2'));
    const outcome = await whileUncommitted(
      context.module,
      () => editing.edit(boss, id, 1, { stock: 3 }),
      () => editing.edit(boss, id, 1, { stock: 4 }),
    );
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { code: 'stale_version', extra: { currentVersion: 2 } },
    });
  });
});

import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { DoorsModule } from '../testing/doors.js';
import { RoutePermissions } from './route-permissions.js';

@Controller('silent')
class SilentController {
  @Get()
  says(): string {
    return 'nothing about who may';
  }
}

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([DoorsModule]);
});
afterAll(() => host.close());

describe('routes', () => {
  it('are listed with whom they let in', () => {
    const routes = host.get(RoutePermissions).list();
    expect(routes).toContainEqual({
      method: 'POST',
      path: '/doors/leads',
      handler: 'DoorsController.write',
      access: { kind: 'permission', permission: 'leads:write' },
    });
    expect(routes).toContainEqual(
      expect.objectContaining({ method: 'GET', path: '/doors/hook', access: { kind: 'public' } }),
    );
    expect(routes).toContainEqual(expect.objectContaining({ method: 'GET', path: '/me', access: { kind: 'person' } }));
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('that do not say whom they let in stop the start', async () => {
    @Module({ imports: [AuthHttpModule], controllers: [SilentController] })
    class SilentModule {}
    await expect(createTestApp([SilentModule])).rejects.toThrow('SilentController.says');
  });
});

import { Bootstrap } from '../modules/auth/index.js';
import { ChannelSetup } from '../modules/channels/index.js';
import { DemoModule } from '../demo/demo.module.js';
import { DemoShop } from '../demo/demo-shop.js';
import { loadConfig } from '../platform/config/config.js';
import { Sql } from '../platform/database/sql.js';
import { PlatformModule } from '../platform/platform.module.js';
import { withServices } from './commands.js';
import { migrate } from './migrate.js';

export interface Prepared {
  migrated: number;
  admin: { email: string; password: string | null; created: boolean };
  demo: boolean;
}

/** Everything that must be there before the first request: tables, an administrator, the channels of the environment and, if wished, the demo shop. */
export async function prepare(withDemo: boolean): Promise<Prepared> {
  const migrated = await migrate(loadConfig());
  return withServices(
    async (app, config) => {
      const admin = await app.get(Bootstrap).ensureAdministrator(config.admin.email, config.admin.password);
      await app.get(ChannelSetup).seedFromEnvironment('EC', null);
      const demo = withDemo && (await app.get(DemoShop).load());
      // Plans made on empty tables cost dearly once they fill.
      if (demo) await app.get(Sql).rows('analyze');
      return { migrated: migrated.length, admin, demo };
    },
    [PlatformModule, DemoModule],
  );
}

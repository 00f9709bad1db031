import { Injectable } from '@nestjs/common';
import { Transaction } from '../platform/database/transaction.js';
import { Business } from '../modules/business/index.js';
import { DemoOffer } from './demo-offer.js';
import { DemoPeople } from './demo-people.js';
import { DemoSandbox } from './demo-sandbox.js';
import { DemoHistory } from './history/demo-history.js';
import { isEmptyInstallation } from './persistence/empty-installation.query.js';

const TIME_ZONE = 'America/Guayaquil';

/** A shop to look at: people, hours, stores, an offer of three lines, a sandbox channel with ISAC on and five weeks of conversations. */
@Injectable()
export class DemoShop {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: DemoPeople,
    private readonly business: Business,
    private readonly offer: DemoOffer,
    private readonly sandbox: DemoSandbox,
    private readonly history: DemoHistory,
  ) {}

  /** Loads it into an empty installation; false when there is something already. */
  async load(): Promise<boolean> {
    return this.transaction.run(async () => {
      if (!(await isEmptyInstallation(this.transaction))) return false;
      const { users, teamId } = await this.people.load();
      await this.business.change('system', undefined, {
        name: 'Casa Norte',
        timeZone: TIME_ZONE,
        currency: 'USD',
        country: 'EC',
        voice: 'es-neutral',
        demo: true,
        stores: [
          {
            name: 'Centro',
            address: 'Av. 9 de Octubre 1204',
            city: 'Guayaquil',
            hours: 'Lunes a viernes de 9:00 a 19:00, sábados de 10:00 a 17:00',
            pickup: true,
          },
          {
            name: 'La Carolina',
            address: 'Av. República E7-123',
            city: 'Quito',
            hours: 'Lunes a sábado de 10:00 a 19:00',
            pickup: true,
          },
        ],
      });
      await this.offer.load();
      const channel = await this.sandbox.open(teamId);
      if (channel) await this.history.live({ channel, teamId, users, timeZone: TIME_ZONE });
      return true;
    });
  }
}

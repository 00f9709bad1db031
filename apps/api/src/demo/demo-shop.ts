import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Transaction } from '../platform/database/transaction.js';
import { CreateUser, Teams, type Role } from '../modules/auth/index.js';
import { ChangeAssistantSettings } from '../modules/ai-assistant/index.js';
import { Business } from '../modules/business/index.js';
import { FaqEditing, ItemEditing, type NewItem } from '../modules/catalogue/index.js';
import { type ChannelCard, Channels, ChannelSetup } from '../modules/channels/index.js';
import type { DemoUser } from './history/demo-cast.js';
import { DemoHistory } from './history/demo-history.js';
import { isEmptyInstallation } from './persistence/empty-installation.query.js';

const data = <T>(name: string): T[] => {
  const file = new URL(`./data/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T[]) : [];
};

interface DemoPerson {
  name: string;
  email: string;
  roles: Role[];
}

/** The password of every demo person but the administrator; printed nowhere else and only ever set on a demo installation. */
const DEMO_PASSWORD = 'demo-hilo-2026';
const TIME_ZONE = 'America/Guayaquil';
const SANDBOX_NUMBER = '100200300';
const SANDBOX_NUMBER_WHEN_TAKEN = '100200301';
const SANDBOX_ACCOUNT = '900800700';

@Injectable()
export class DemoPeople {
  constructor(
    private readonly users: CreateUser,
    private readonly teams: Teams,
  ) {}

  /** @returns who works there, and the team that answers */
  async load(): Promise<{ users: DemoUser[]; teamId: string }> {
    const users: DemoUser[] = [];
    for (const person of data<DemoPerson>('people')) {
      const id = await this.users.add('system', { ...person, password: DEMO_PASSWORD });
      users.push({ id, key: person.email.split('@')[0] ?? '', name: person.name, roles: person.roles });
    }
    const advisors = users.filter(({ roles }) => roles.includes('advisor'));
    return { users, teamId: (await this.teams.create('system', 'Ventas', advisors.map(({ id }) => id))).id };
  }
}

@Injectable()
export class DemoOffer {
  constructor(
    private readonly items: ItemEditing,
    private readonly faqs: FaqEditing,
    private readonly assistant: ChangeAssistantSettings,
  ) {}

  async load(): Promise<void> {
    for (const item of data<NewItem>('catalogue')) await this.items.create('system', item);
    for (const faq of data<{ question: string; answer: string; tags: string[] }>('faq')) await this.faqs.create('system', faq);
    await this.assistant.change('system', undefined, {
      payments: ['efectivo', 'transferencia bancaria', 'tarjeta de crédito o débito', 'código QR'],
      shipping: 'En Quito y Guayaquil entregamos en 24 horas; al resto del Ecuador, de 2 a 4 días laborables por courier',
      wholesaleMinQty: 5,
    });
  }
}

@Injectable()
export class DemoSandbox {
  constructor(
    private readonly channels: Channels,
    private readonly setup: ChannelSetup,
    private readonly config: Config,
  ) {}

  /** The sandbox channel that stands on the simulator; undefined when there is no simulator. */
  async open(teamId: string): Promise<ChannelCard | undefined> {
    if (!this.config.simulatorUrl) return undefined;
    const taken = (await this.channels.list()).some((channel) => channel.address === SANDBOX_NUMBER);
    return this.setup.ensure({
      kind: 'whatsapp_cloud',
      name: 'WhatsApp de prueba',
      address: taken ? SANDBOX_NUMBER_WHEN_TAKEN : SANDBOX_NUMBER,
      accountId: SANDBOX_ACCOUNT,
      displayAddress: '+593990000001',
      baseUrl: this.config.simulatorUrl,
      credentials: { appSecret: this.config.secrets.whatsappAppSecret, verifyToken: this.config.secrets.whatsappVerifyToken, accessToken: 'simulator-token' },
      country: 'EC',
      assistantMode: 'auto',
      teamId,
    });
  }
}

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
          { name: 'Centro', address: 'Av. 9 de Octubre 1204', city: 'Guayaquil', hours: 'Lunes a viernes de 9:00 a 19:00, sábados de 10:00 a 17:00', pickup: true },
          { name: 'La Carolina', address: 'Av. República E7-123', city: 'Quito', hours: 'Lunes a sábado de 10:00 a 19:00', pickup: true },
        ],
      });
      await this.offer.load();
      const channel = await this.sandbox.open(teamId);
      if (channel) await this.history.live({ channel, teamId, users, timeZone: TIME_ZONE });
      return true;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { BusinessProfile, Store } from '../domain/business-profile.js';

type BusinessRow = Omit<BusinessProfile, 'stores'>;

@Injectable()
export class BusinessProfileRow {
  constructor(private readonly sql: Sql) {}

  async read(): Promise<BusinessProfile> {
    const row = await this.sql.one<BusinessRow>(
      'select name, time_zone as "timeZone", currency, country, voice, demo, hours, holidays, version from business',
    );
    if (!row) throw new Error('the business row is missing: the migrations have not run');
    return {
      ...row,
      stores: await this.sql.rows<Store>(
        'select id, name, address, city, hours, pickup from store order by position, id',
      ),
    };
  }

  /** False when the version is not the current one. */
  async write({
    name,
    timeZone,
    currency,
    country,
    voice,
    demo,
    hours,
    holidays,
    version,
  }: BusinessRow): Promise<boolean> {
    const changed = await this.sql.affected(
      `update business set name = $1, time_zone = $2, currency = $3, country = $4, voice = $5, demo = $6, hours = $7::jsonb, holidays = $8::jsonb, version = version + 1
        where version = $9`,
      [name, timeZone, currency, country, voice, demo, JSON.stringify(hours), JSON.stringify(holidays), version],
    );
    return changed > 0;
  }

  async replaceStores(stores: readonly Store[]): Promise<void> {
    await this.sql.rows('delete from store where id <> all($1::uuid[])', [stores.map(({ id }) => id)]);
    for (const [position, { id, name, address, city, hours, pickup }] of stores.entries())
      await this.sql.rows(
        `insert into store (id, position, name, address, city, hours, pickup) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set position = excluded.position, name = excluded.name, address = excluded.address, city = excluded.city, hours = excluded.hours, pickup = excluded.pickup`,
        [id, position, name, address, city, hours, pickup],
      );
  }
}

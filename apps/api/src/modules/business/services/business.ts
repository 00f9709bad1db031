import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { invalidField, staleVersion } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import type { BusinessProfile, Store } from '../domain/business-profile.js';
import { isHolidayDate } from '../domain/holiday-date.js';
import { isOpen, misplacedSpan, nextOpening } from '../domain/opening-hours.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { BusinessProfileRow } from '../persistence/business-profile.repository.js';

/** A change made by another process is seen after this long. */
const KEEP_MS = 5000;

/** What is given replaces what was; a store without an id is a new one. */
export type BusinessChange = Partial<Omit<BusinessProfile, 'version' | 'stores'>> & {
  stores?: readonly (Omit<Store, 'id'> & { id?: string })[];
};

/** The one business of this installation. */
@Injectable()
export class Business {
  private kept: { profile: Promise<BusinessProfile>; until: number } | undefined;

  constructor(
    private readonly row: BusinessProfileRow,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** As it was a few seconds ago at the latest. Do not change what you get. */
  async current(): Promise<BusinessProfile> {
    if (this.transaction.inside()) return this.row.read();
    if (!this.kept || this.kept.until < performance.now()) {
      const profile = this.row.read();
      this.kept = { profile, until: performance.now() + KEEP_MS };
      profile.catch(() => this.forget());
    }
    return this.kept.profile;
  }

  async openAt(at: Date = this.clock.now()): Promise<{ open: boolean; nextOpening: Date | undefined }> {
    const profile = await this.current();
    return { open: isOpen(profile, at), nextOpening: nextOpening(profile, at) };
  }

  /** @throws DomainError `validation_failed` (zone, hours), `stale_version`. */
  async change(
    by: Principal | 'system',
    version: number | undefined,
    change: BusinessChange,
  ): Promise<BusinessProfile> {
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as BusinessChange;
    refuseImpossible(given);
    return this.transaction.run(async () => {
      const before = await this.row.read();
      const { stores, ...fields } = given;
      if (!(await this.row.write({ ...before, ...fields, version: version ?? before.version })))
        throw staleVersion(before.version);
      if (stores) await this.row.replaceStores(stores.map((store) => ({ ...store, id: store.id ?? newId() })));
      await this.audit.record(
        by,
        'settings.changed',
        { type: 'settings', id: 'business' },
        { fields: Object.keys(given) },
      );
      this.transaction.afterCommit(() => this.forget());
      return this.row.read();
    });
  }

  private forget(): void {
    this.kept = undefined;
  }
}

function refuseImpossible({ timeZone, hours, holidays = [], stores = [] }: BusinessChange): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalidField('/business/timeZone', 'is not a time zone');
  const misplaced = hours && misplacedSpan(hours);
  if (misplaced !== undefined)
    throw invalidField(`/hours/${misplaced}`, 'must end after it starts and not overlap another of its day');
  const noDay = holidays.findIndex(({ date }) => !isHolidayDate(date));
  if (noDay !== -1) throw invalidField(`/holidays/${noDay}/date`, 'is not a day of the calendar');
  const ids = stores.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) throw invalidField('/stores', 'must not hold a store twice');
}

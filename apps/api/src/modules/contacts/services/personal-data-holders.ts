import { Injectable } from '@nestjs/common';
import type { PersonalDataHolder } from '../domain/personal-data-holder.js';

/** Who holds something about customers. Modules register when they start. */
@Injectable()
export class PersonalDataHolders {
  private readonly holders = new Map<string, PersonalDataHolder>();

  /** @throws when two holders take one name. */
  register(holder: PersonalDataHolder): void {
    const known = this.holders.get(holder.name);
    if (known && known !== holder) throw new Error(`two modules hold personal data under the name ${holder.name}`);
    this.holders.set(holder.name, holder);
  }

  /** In order of registration. */
  all(): PersonalDataHolder[] {
    return [...this.holders.values()];
  }
}

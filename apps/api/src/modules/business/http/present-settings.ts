import type { BusinessProfile } from '../domain/business-profile.js';
import type { SettingsView } from './settings.dto.js';

export const presentSettings = (
  { name, timeZone, currency, country, voice, demo, stores, hours, holidays, version }: BusinessProfile,
  sandbox: boolean,
): SettingsView => ({
  business: { name, timeZone, currency, country, voice, demo, sandbox },
  stores,
  hours,
  holidays,
  version,
});

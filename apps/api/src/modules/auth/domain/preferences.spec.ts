import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_PREFERENCES,
  LANGUAGES,
  type Preferences,
  preferencesFrom,
  SOUND_SCOPES,
  THEMES,
} from './preferences.js';

const kept: fc.Arbitrary<Partial<Preferences>> = fc.record(
  {
    language: fc.constantFrom(...LANGUAGES),
    theme: fc.constantFrom(...THEMES),
    sound: fc.boolean(),
    soundVolume: fc.integer({ min: 0, max: 100 }),
    soundScope: fc.constantFrom(...SOUND_SCOPES),
    enterSends: fc.boolean(),
    undoSendSeconds: fc.integer({ min: 0, max: 10 }),
  },
  { requiredKeys: [] },
);

describe('preferences', () => {
  it('are the defaults for who has never set any', () => {
    expect(preferencesFrom({})).toEqual(DEFAULT_PREFERENCES);
    expect(preferencesFrom({})).not.toBe(DEFAULT_PREFERENCES);
  });

  it('are all there, whatever was kept, and what was kept stands', () => {
    fc.assert(
      fc.property(kept, (chosen) => {
        const preferences = preferencesFrom(chosen);
        expect(Object.keys(preferences).sort()).toEqual(Object.keys(DEFAULT_PREFERENCES).sort());
        expect(preferences).toMatchObject(chosen);
        expect(preferencesFrom(preferences)).toEqual(preferences);
      }),
    );
  });

  it('have no language until somebody chooses one, and keep the one chosen', () => {
    expect(preferencesFrom({}).language).toBeNull();
    expect(preferencesFrom({ language: 'en' }).language).toBe('en');
  });

  it('make no noise of messages of others, and ask before they write on the desktop', () => {
    expect(DEFAULT_PREFERENCES).toMatchObject({ soundScope: 'unassigned', desktopNotifications: false });
  });
});

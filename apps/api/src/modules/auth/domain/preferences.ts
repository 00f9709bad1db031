export const LANGUAGES = ['es', 'en', 'pt-BR'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
export const SOUND_SCOPES = ['mine', 'unassigned', 'all'] as const;

/** How a person wants their panel. */
export interface Preferences {
  /** null until the person chooses one: the panel keeps the one that their browser speaks. */
  language: (typeof LANGUAGES)[number] | null;
  theme: (typeof THEMES)[number];
  sound: boolean;
  /** 0 to 100. */
  soundVolume: number;
  /** `unassigned`: their own and those that nobody has taken. */
  soundScope: (typeof SOUND_SCOPES)[number];
  desktopNotifications: boolean;
  /** Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends. */
  enterSends: boolean;
  /** How long a message waits for "undo" before it leaves, 0 to 10. */
  undoSendSeconds: number;
  /** Single letters as commands outside of text fields. */
  shortcuts: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  theme: 'system',
  sound: true,
  soundVolume: 70,
  soundScope: 'unassigned',
  desktopNotifications: false,
  enterSends: true,
  undoSendSeconds: 3,
  shortcuts: true,
};

/** What was kept, over the defaults: a preference added later has a value for everybody. */
export const preferencesFrom = (kept: Readonly<Partial<Preferences>>): Preferences => ({
  ...DEFAULT_PREFERENCES,
  ...kept,
});

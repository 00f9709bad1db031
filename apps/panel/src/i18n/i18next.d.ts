import 'i18next';
import type auth from './es/auth.json';
import type catalogue from './es/catalogue.json';
import type conversations from './es/conversations.json';
import type errors from './es/errors.json';
import type gallery from './es/gallery.json';
import type leads from './es/leads.json';
import type links from './es/links.json';
import type settings from './es/settings.json';
import type shell from './es/shell.json';
import type simulator from './es/simulator.json';
import type ui from './es/ui.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      auth: typeof auth;
      catalogue: typeof catalogue;
      conversations: typeof conversations;
      errors: typeof errors;
      gallery: typeof gallery;
      leads: typeof leads;
      links: typeof links;
      settings: typeof settings;
      shell: typeof shell;
      simulator: typeof simulator;
      ui: typeof ui;
    };
  }
}

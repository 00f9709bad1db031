export { TemplatesModule } from './templates.module.js';
export { TemplatesHttpModule } from './templates-http.module.js';
export { TemplatesWorkerModule } from './templates-worker.module.js';
export { Templates, type TemplateForSending } from './templates.facade.js';
export { TemplateSync, type SyncResult } from './services/template-sync.js';
export type { TemplateCategory, TemplateStatus } from './domain/template.js';

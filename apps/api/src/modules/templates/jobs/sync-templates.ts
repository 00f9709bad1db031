export const SYNC_TEMPLATES = 'sync-templates';

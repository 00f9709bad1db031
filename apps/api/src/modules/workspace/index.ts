export { WorkspaceHttpModule } from './workspace-http.module.js';

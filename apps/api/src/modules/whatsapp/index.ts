export { WhatsappModule } from './whatsapp.module.js';

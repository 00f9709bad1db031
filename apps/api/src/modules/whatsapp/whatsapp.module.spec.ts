import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ChannelRegistry } from '../channels/index.js';
import { WhatsappCloudAdapter } from './cloud/whatsapp-cloud.adapter.js';
import { WhatsappModule } from './whatsapp.module.js';

describe('the WhatsApp module', () => {
  it('registers its adapter and its door when it starts', async () => {
    const registry = new ChannelRegistry();
    const module = new WhatsappModule(registry, new WhatsappCloudAdapter());
    module.onModuleInit();
    expect(registry.adapter('whatsapp_cloud')).toBeInstanceOf(WhatsappCloudAdapter);
    expect(registry.doorOf('whatsapp_cloud')?.name).toBe('whatsapp');
    expect(registry.door('whatsapp').secretName).toBe('appSecret');
    await module.onApplicationShutdown();
  });
});

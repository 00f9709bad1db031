import { Injectable } from '@nestjs/common';
import type { ChannelAdapter, WebhookDoor } from '../domain/channel-adapter.js';
import type { ChannelKind } from '../domain/channel-event.js';

/** The providers that exist. Each registers itself when its module starts. */
@Injectable()
export class ChannelRegistry {
  private readonly adapters = new Map<ChannelKind, ChannelAdapter>();
  private readonly doors = new Map<WebhookDoor['name'], WebhookDoor>();

  registerAdapter(adapter: ChannelAdapter): void {
    this.adapters.set(adapter.kind, adapter);
  }

  registerDoor(door: WebhookDoor): void {
    this.doors.set(door.name, door);
  }

  adapter(kind: ChannelKind): ChannelAdapter {
    const adapter = this.adapters.get(kind);
    if (!adapter) throw new Error(`no adapter for ${kind}`);
    return adapter;
  }

  door(name: WebhookDoor['name']): WebhookDoor {
    const door = this.doors.get(name);
    if (!door) throw new Error(`no door ${name}`);
    return door;
  }

  doorOf(kind: ChannelKind): WebhookDoor | undefined {
    return [...this.doors.values()].find((door) => door.kinds.includes(kind));
  }
}

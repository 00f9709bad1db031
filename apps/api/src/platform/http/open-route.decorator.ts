import { SetMetadata } from '@nestjs/common';

export const OPEN_ROUTE = 'hilo:open-route';

/** A route that needs no sign-in: health, webhooks, tracked links. Everything else must state its permission. */
export const OpenRoute = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN_ROUTE, true);

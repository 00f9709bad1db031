import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Prometheus figures of this process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly webhooks = new Counter({
    name: 'hilo_webhooks_total',
    help: 'Webhooks by door and outcome',
    labelNames: ['door', 'outcome'],
    registers: [this.registry],
  });
  readonly doorBatch = new Histogram({
    name: 'hilo_door_batch_size',
    help: 'Webhooks written in one commit',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
    registers: [this.registry],
  });
  readonly inbound = new Counter({
    name: 'hilo_inbound_events_total',
    help: 'Channel events processed by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });
  readonly inboundLag = new Gauge({
    name: 'hilo_inbound_lag_seconds',
    help: 'Age of the oldest event of the last batch when it was processed',
    registers: [this.registry],
  });
  readonly sends = new Counter({
    name: 'hilo_sends_total',
    help: 'Messages handed to providers by outcome',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}

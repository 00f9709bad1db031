export const INTENTS = [
  'product_query',
  'price_query',
  'stock_query',
  'purchase',
  'warranty',
  'complaint',
  'greeting',
  'thanks_closing',
  'human_request',
  'order_status',
  'store_info',
  'opt_out',
  'other',
] as const;

/** What a customer wants with a message. */
export type Intent = (typeof INTENTS)[number];

/** Intents that are about buying. */
export const SALES_INTENTS: ReadonlySet<Intent> = new Set(['product_query', 'price_query', 'stock_query', 'purchase']);

export interface ScoredIntent {
  readonly intent: Intent;
  /** Calibrated probability, 0..1; 1 when a rule decided. */
  readonly confidence: number;
}

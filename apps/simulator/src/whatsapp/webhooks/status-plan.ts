import type { SwitchState } from '../../faults/switches.js';

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** One status, when it happens and when its webhook leaves; both in milliseconds after the message was accepted. */
export interface PlannedStatus {
  status: DeliveryStatus;
  happensMs: number;
  leavesMs: number;
}

const SENT_MS = 60;
const DELIVERED_MS = 240;
const READ_MS = 900;

/** What a business hears of a message that it sent. Shuffled: the webhooks leave in reverse, their times tell the truth. */
export function planStatuses(
  switches: Pick<SwitchState, 'statuses' | 'statusDelayMs' | 'autoRead'>,
  failing: boolean,
): PlannedStatus[] {
  if (switches.statuses === 'off') return [];
  const order: [DeliveryStatus, number][] = failing
    ? [
        ['sent', SENT_MS],
        ['failed', DELIVERED_MS],
      ]
    : [
        ['sent', SENT_MS],
        ['delivered', DELIVERED_MS],
        ...(switches.autoRead ? ([['read', READ_MS]] as [DeliveryStatus, number][]) : []),
      ];
  const late = switches.statuses === 'delayed' ? switches.statusDelayMs : 0;
  const times = order.map(([, ms]) => ms + late);
  const leaving = switches.statuses === 'shuffled' ? [...times].reverse() : times;
  const plan = order.map(([status], index) => ({
    status,
    happensMs: times[index] ?? 0,
    leavesMs: leaving[index] ?? 0,
  }));
  return switches.statuses === 'duplicated'
    ? [...plan, ...plan.map((each) => ({ ...each, leavesMs: each.leavesMs + SENT_MS }))]
    : plan;
}

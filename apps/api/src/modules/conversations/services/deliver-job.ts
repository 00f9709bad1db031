/** The worker that hands messages to providers; whoever queues one nudges it. */
export const DELIVER_JOB = 'deliver-messages';

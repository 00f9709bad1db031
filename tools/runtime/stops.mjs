const turns = ['runtime.json', 'API', 'worker', 'simulator', 'Redis', 'PostgreSQL', 'lock'];

/** The door first, what others stand on last. */
export const orderOfStopping = (started) => [...started].sort((a, b) => turns.indexOf(a.name) - turns.indexOf(b.name));

/**
 * What was started and how to end it again. Once stopping has begun, a late starter is ended at once.
 * @typedef {{ name: string, stop: () => Promise<void>, kill?: () => void }} Started
 */
export class Stops {
  #started = [];
  #stopping = false;

  /** @param {Started} started */
  add(started) {
    if (!this.#stopping) this.#started.push(started);
    else if (started.kill) started.kill();
    else void started.stop();
  }

  /** Ends everything in order. @returns {Promise<string[]>} what did not end cleanly */
  async stopAll() {
    this.#stopping = true;
    const complaints = [];
    for (const { name, stop } of orderOfStopping(this.#started)) {
      await stop().catch((error) => complaints.push(`${name} did not stop cleanly: ${error.message}`));
    }
    return complaints;
  }

  /** Ends the programs without waiting for them. */
  insist() {
    for (const { kill } of this.#started) kill?.();
  }
}

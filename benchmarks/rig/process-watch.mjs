import { runCommand } from '../../tools/runtime/run-command.mjs';

const EVERY_MS = 500;

/** Resident memory of a process in MB. */
export async function memoryOf(pid) {
  const { stdout } = await runCommand('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Math.round(Number(stdout.trim() || 0) / 1024);
}

/** Watches the memory of a process until it is told to stop. @returns {{ stop: () => number }} stop: gives the peak in MB */
export function watchMemory(pid) {
  let peak = 0;
  const look = async () => (peak = Math.max(peak, await memoryOf(pid)));
  const timer = setInterval(() => void look(), EVERY_MS);
  void look();
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

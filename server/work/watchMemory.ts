/**
 * Ends a process that takes more memory than it may. V8's own limit does not count typed arrays and native code, and
 * once the machine itself has no memory left, the server would suffer with the run.
 */
import { readFile } from 'node:fs/promises';

const INTERVAL = 500;
/** Of Linux on every machine that Node runs on, except some ARM servers, where the limit is then a wider one. */
const PAGE = 4096;

/**
 * Calls `over` once when the resident memory of the process is above `limit` bytes. Only where the system tells it
 * for nothing (Linux); elsewhere the limits of V8 and DuckDB stand alone. Gives a function that stops the watch.
 */
export function watchMemory(pid: number | undefined, limit: number, over: () => void): () => void {
  if (pid === undefined || process.platform !== 'linux') return () => {};
  const look = async (): Promise<void> => {
    if ((await residentBytes(pid)) <= limit) return;
    clearInterval(timer);
    over();
  };
  const timer = setInterval(() => void look(), INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

async function residentBytes(pid: number): Promise<number> {
  try {
    const fields = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    // The second field counts all resident pages, the third those shared with files.
    return (Number(fields[1]) - Number(fields[2])) * PAGE;
  } catch {
    return 0;
  }
}

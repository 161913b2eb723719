/**
 * What tells V8, for the whole process, that the threads which read logs need all processors: what is read of lines as JavaScript is run some thousand times, so
 * that optimizing it on further threads, and collecting garbage on them, takes more time from the reading than it gives back. What runs ten times as often
 * is still optimized; and what is run at all is compiled once, without optimizing. Only for a process that does nothing else, and
 * when its threads have started: with other flags V8 does not take Node's own code as it was compiled before, and a thread takes twice as long to start.
 */
export async function processorsForReading(): Promise<() => void> {
  const { setFlagsFromString } = await import('node:v8');
  return () => {
    setFlagsFromString('--interrupt-budget=1000000');
    setFlagsFromString('--no-parallel-scavenge');
    setFlagsFromString('--always-sparkplug');
  };
}

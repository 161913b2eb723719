import { parentPort, workerData } from 'node:worker_threads';
import { createFileScanner } from './fileScanner';
import { Queue } from './queue';
import type { FromWorker, ToWorker } from './search';

// The second thread of a search: takes its share of the list as the list grows, and answers once, when told that it is complete.
const queue = new Queue(workerData as SharedArrayBuffer);
let scan: ReturnType<typeof createFileScanner> | undefined;
const files: string[] = [];
const answer: FromWorker = { maybe: [], skipped: [] };

parentPort?.on('message', (message: ToWorker) => {
  if (message !== null && typeof message !== 'string') {
    scan = createFileScanner(message);
    return;
  }
  if (!scan) return;
  if (message !== null) for (const path of message.split('\0')) files.push(path);
  queue.join();
  for (let share = queue.take(files.length); share; share = queue.take(files.length)) {
    for (let index = share.start; index < share.end; index++) {
      const verdict = scan(files[index]);
      if (verdict === 'maybe') answer.maybe.push(index);
      else if (verdict !== 'no') answer.skipped.push([index, verdict]);
    }
  }
  if (message === null) parentPort?.postMessage(answer);
});

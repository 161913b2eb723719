import { parentPort, workerData } from 'node:worker_threads';
import { readShare, type Job } from './share';

// A thread that reads its share of the logs, and answers once.
const { job, thread } = workerData as { job: Job; thread: number };
void readShare(job, thread).then((share) => parentPort?.postMessage(share));

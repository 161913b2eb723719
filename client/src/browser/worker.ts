import { WORKER_LISTENS } from '../../../server/src/protocol';

/**
 * Starts a worker on a script's bytes and waits until it listens. By its bytes, because an extension may come from where a worker's
 * address may not point to (another origin, a remote machine).
 * @throws when the script cannot be run
 */
export function startWorker(script: Uint8Array): Promise<Worker> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }));
  return new Promise<Worker>((resolve, reject) => {
    const worker = new Worker(address, { name: 'PlusAuth Errors' });
    const settle = (then: () => void) => {
      worker.removeEventListener('message', heard);
      worker.removeEventListener('error', failed);
      then();
    };
    const heard = ({ data }: MessageEvent<unknown>) => {
      if (data === WORKER_LISTENS) settle(() => resolve(worker));
    };
    const failed = ({ message }: ErrorEvent) => {
      worker.terminate();
      settle(() => reject(new Error(message || 'the worker could not be loaded')));
    };
    worker.addEventListener('message', heard);
    worker.addEventListener('error', failed);
  }).finally(() => URL.revokeObjectURL(address));
}

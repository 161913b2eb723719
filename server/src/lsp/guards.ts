import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export type Log = (message: string) => void;

export const describeError = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The answer to a request that the client no longer wants. */
const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');

/**
 * A handler that never fails: what it throws is logged, and `empty` is the answer.
 * Bad parameters end here too, so that one malformed request costs one line of log. Only cancellation is passed on, as the protocol wants.
 */
export function guarded<P, R>(log: Log, name: string, empty: R, handler: (params: P, token: CancellationToken) => R | Promise<R>) {
  return async (params: P, token: CancellationToken): Promise<R> => {
    if (token.isCancellationRequested) throw cancelled();
    let result: R;
    try {
      result = await handler(params, token);
    } catch (error) {
      log(`${name} failed: ${describeError(error)}`);
      result = empty;
    }
    if (token.isCancellationRequested) throw cancelled();
    return result;
  };
}

/** The same for a notification: nobody waits for an answer. */
export function guardedNotification<P>(log: Log, name: string, handler: (params: P) => void): (params: P) => void {
  return (params) => {
    try {
      handler(params);
    } catch (error) {
      log(`${name} failed: ${describeError(error)}`);
    }
  };
}

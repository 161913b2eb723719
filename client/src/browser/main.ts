import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { start, stop, type Exports } from '../common/extension';
import { startWorker } from './worker';

/** The client of a server in a web worker, which ends with it: a worker has no end of its own. */
class WorkerClient extends LanguageClient {
  constructor(id: string, name: string, options: LanguageClientOptions, script: Uri) {
    let worker: Worker | undefined;
    const launch = async () => {
      worker?.terminate();
      worker = await startWorker(await workspace.fs.readFile(script));
      // Not the worker itself: VS Code puts a function in the place of the class that the client would compare it with.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    super(id, name, launch, options);
    this.end = () => worker?.terminate();
  }

  private readonly end: () => void;

  override async stop(timeout?: number): Promise<void> {
    await super.stop(timeout).finally(this.end);
  }
}

/** The extension in VS Code's web worker host: the server is another worker. */
export function activate(context: ExtensionContext): Exports {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  return start(context, (id, name, options) => new WorkerClient(id, name, options, script));
}

export const deactivate = stop;

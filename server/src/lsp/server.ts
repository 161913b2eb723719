import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { featuresOf, serverCapabilities, type ClientFeatures } from './capabilities';

/**
 * Answers `initialize` and starts to listen.
 * @param version of the package, shown to clients
 * @param begin called with what a client says of itself; has registered the session before the next message has its turn
 */
export function startServer(connection: Connection, version: string, begin: (params: InitializeParams, features: ClientFeatures) => void): void {
  connection.onInitialize((params): InitializeResult => {
    const features = featuresOf(params.capabilities ?? {});
    begin(params, features);
    return { capabilities: serverCapabilities(features), serverInfo: { name: 'PlusAuth Errors', version } };
  });
  connection.listen();
}

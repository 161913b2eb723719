import { Console } from 'node:console';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { WholeMessageWriter } from './messageWriter';

// The bundle is dist/server/node.js of the package.
const root = join(__dirname, '..', '..');
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
const usage = `Usage: plusauth-errors-language-server --stdio | --node-ipc

  --stdio      speak the Language Server Protocol on standard input and output
  --node-ipc   speak it to the Node.js process that started this one
  --version    print the version
  --help       print this text
`;

const args = process.argv.slice(2);
// Clients add their process id: the server ends when that process does.
const unknown = args.find((arg) => !/^--(stdio|node-ipc|clientProcessId=\d+)$/.test(arg));
if (args.includes('--help')) process.stdout.write(usage);
else if (args.includes('--version')) process.stdout.write(`${version}\n`);
else if (unknown !== undefined) fail(`Unknown option ${unknown}.`);
else if (args.includes('--node-ipc') && process.send === undefined) fail('--node-ipc needs a parent process with an IPC channel; use --stdio.');
else if (!args.includes('--stdio') && !args.includes('--node-ipc')) fail('It is started by an editor, which says how to talk to it.');
else {
  const stdio = args.includes('--stdio');
  // What libraries print must not get between the messages.
  if (stdio) globalThis.console = new Console(process.stderr);
  // The library takes a writer beside a stream, but its types do not say so. The stream stays one: at its end the library ends the server.
  const output = () => new WholeMessageWriter(process.stdout) as unknown as NodeJS.WritableStream;
  const connection = stdio ? createConnection(process.stdin, output()) : createConnection();
  startServer(connection, version, (params, features) => {
    // The answer leaves first. Messages have their turns as immediates too, which run in order: the next one finds the session.
    setImmediate(() => void import('./session').then(({ startNodeSession }) => startNodeSession(connection, root, params, features)));
  });
}

function fail(why: string): void {
  process.stderr.write(`plusauth-errors-language-server: ${why}\n\n${usage}`);
  process.exitCode = 2;
}

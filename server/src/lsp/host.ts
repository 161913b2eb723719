import type { LanguageService, Ports } from '../core/service';
import type { ClientFiles } from '../host/clientFiles';
import type { Finder } from '../host/finder';
import type { Order, RunningApart } from '../host/logs/apart';

/** What it takes to read logs of any size without keeping anybody waiting. */
export interface LogHost {
  analyze(order: Omit<Order, 'board'>): RunningApart;
  /** The record that starts at a byte. Rejects when it cannot be read. */
  record(path: string, offset: number): Promise<string | undefined>;
  /** The path of a URI; undefined when it is no file of this machine. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
}

/** What the wiring needs of the process or worker it runs in. */
export interface ServerHost {
  /** Version of the package, shown to clients. */
  readonly version: string;
  /** URI of the folder that holds one documentation page per rule, for clients that name none; undefined when no page is at hand. */
  readonly docs: string | undefined;
  /** The ports of the core, all but its log; `client` reads what the client can, and is undefined when it offers nothing. */
  ports(client: ClientFiles | undefined): Omit<Ports, 'log'>;
  /** Finds files of the workspace's folders; `client` as above. */
  finder(client: ClientFiles | undefined): Finder;
  /** Loads the core. Called once, after the start, because the start must not wait for it. */
  load(ports: Ports): Promise<LanguageService>;
  /** Reads logs; undefined where there is no file system. */
  readonly logs: LogHost | undefined;
  /** Runs a task as soon as the messages that are already there have been read. */
  readonly defer: (task: () => void) => void;
}

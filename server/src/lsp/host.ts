import type { LanguageService, Ports } from '../core/service';
import type { ClientFiles } from '../host/clientFiles';
import type { Finder } from '../host/finder';
import type { LogHost } from '../host/logs/answer';

/** What the wiring needs of the process or worker it runs in. */
export interface ServerHost {
  /** URI of the folder that holds one documentation page per rule, for clients that name none; undefined when no page is at hand. */
  readonly docs: string | undefined;
  /** The ports of the core, all but its log; `client` reads what the client can, and is undefined when it offers nothing. */
  ports(client: ClientFiles | undefined): Omit<Ports, 'log'>;
  /** Finds files of the workspace's folders; `client` as above. */
  finder(client: ClientFiles | undefined): Finder;
  /** Loads the core. Called once, after the start, because the start must not wait for it. */
  load(ports: Ports): Promise<LanguageService>;
  /** Reads logs; `client` as above. Undefined where nobody can. */
  logs(client: ClientFiles | undefined): LogHost | undefined;
  /** Reads base64, of which there can be much, where the client's messages carry no bytes; undefined where they do. */
  readonly fromBase64: ((text: string) => Uint8Array<ArrayBuffer>) | undefined;
  /** Runs a task as soon as the messages that are already there have been read. */
  readonly defer: (task: () => void) => void;
}

import type { Ports } from '../core/service';
import type { WholeFile } from '../protocol';
import type { Entry } from './finder';

/** Files as the client reads them: those of any file system it knows, and those of the extension. */
export interface ClientFiles extends Pick<Ports, 'readFile' | 'readDirectory' | 'readAsset'> {
  /** Files and folders in a folder; empty when there is none, or it cannot be read. */
  listDirectory(uri: string): Promise<readonly Entry[]>;
  /** A file as a whole, or why it cannot be had. Never rejects. */
  readBytes(uri: string): Promise<WholeFile>;
}

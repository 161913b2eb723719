import type { Ports } from '../core/service';

/** Files as the client reads them: those of any file system it knows, and those of the extension. */
export type ClientFiles = Pick<Ports, 'readFile' | 'readDirectory' | 'readAsset'>;

import { join } from 'node:path';
import type { LanguageService } from '../core/service';
import type { Io } from './io';

/** The language service, with the grammars that lie beside the bundles. What it logs goes to standard error when PLUSAUTH_ERRORS_DEBUG is set. */
export async function loadEngine(io: Io): Promise<LanguageService> {
  // The bundler leaves this import alone: engine.js is a bundle of its own.
  const { startEngine } = await import('./engine');
  return startEngine(join(__dirname, '../grammars'), (message) => {
    if (io.env['PLUSAUTH_ERRORS_DEBUG']) io.complain(message);
  });
}

import { createLanguageService, type LanguageService } from '../core';
import { nodePorts } from '../host/node';

/** The bundle with the parser: loaded only when a file is worth reading, for most runs never need it. */
export const startEngine = (assets: string, log: (message: string) => void): LanguageService => createLanguageService({ ...nodePorts(assets), log });

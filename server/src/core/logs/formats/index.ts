import type { Format } from '../format';
import { access } from './access';
import { inspected } from './inspected';
import { json } from './json';
import { keyValue } from './keyValue';
import { text } from './text';

/** Every format; the first that recognises a record reads it. Adding one is a line here. */
export const FORMATS: readonly Format[] = [json, access, keyValue, inspected, text];

/** How the bytes of a file become those of a log. */
export type Encoding = 'plain' | 'gzip' | 'utf-16le' | 'utf-16be';

/** What a log is called: `app.log`, `app.log.1`, `app-2026-03-14.log.gz`, `events.jsonl`, `syslog`. */
const LOG_NAME = /(?:\.(?:log|jsonl?|ndjson|txt|out|err)(?:[.-]\d[\w.-]*)?|[._-]log|^(?:syslog|messages|daemon|user|kern)(?:\.\d+)?)(?:\.gz)?$/i;

export const isLogName = (name: string): boolean => LOG_NAME.test(name);

/** What the first bytes say. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'plain';
}

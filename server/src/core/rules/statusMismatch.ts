import { entriesWithStatus, entryOf, hasStatus, statusText } from '../catalog';
import type { Code } from '../model/code';
import type { Edit } from '../model/edit';
import type { Fix } from '../model/finding';
import { concerns, type Rule, type RuleFinding } from './rule';

/** A name and a status that PlusAuth never sends together. */
export const statusMismatch: Rule = {
  code: 'status-mismatch',
  severity: 'warning',
  *check({ facts, environment, texts }): Iterable<RuleFinding> {
    for (const { name, status, nameCode, statusCode, origin } of facts.pairs) {
      const entry = entryOf(name);
      if (!entry || hasStatus(entry, status) || !concerns(origin, 1, 0, 0, environment)) continue;
      yield {
        span: { start: statusCode.start, end: statusCode.end },
        message: texts.finding.statusMismatch(name, status, statusText(entry)),
        related: [],
        fixes: () => [
          { title: texts.fix.changeStatus(entry.status.from), preferred: true, edits: [replace(statusCode, String(entry.status.from))] },
          ...entriesWithStatus(status).map((other): Fix => ({ title: texts.fix.changeName(other.name), edits: [replace(nameCode, other.name)] })),
        ],
      };
    }
  },
};

/** Replaces a constant, inside its quotes if it has some. */
const replace = (code: Code, newText: string): Edit => ({ span: code.kind === 'string' ? code.content : { start: code.start, end: code.end }, newText });

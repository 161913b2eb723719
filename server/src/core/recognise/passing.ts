import { childrenOf, some, type Code } from '../model/code';
import type { Conditions } from './condition';
import { isErrorName, type Resolver } from './subject';

/** Calls that tell somebody of a failure, by the name of the function. */
const REPORTS = /(?:^|[._])(?:console|log|logger|logging|sentry|bugsnag|rollbar|toast|toaster|notif\w*|alert|snackbar|message|flash)\b|error|fail|fatal|warn|report|capture|reject|abort|notify|toast|alert|crash|panic|exception|unexpected|unknown|exit/i;
/** Calls that only tidy up. */
const TIDIES = /loading|spinner|pending|busy|close|clean|finish|finally|done|hide|reset|unlock|release|dispose|progress|submitting|metric|timer|increment/i;

/** Tells whether code passes an error value on: to a caller, a log, a person. */
export class Passing {
  /** Variables made of the error's parts. */
  private readonly derived = new Map<string, Set<string>>();

  constructor(
    private readonly resolver: Resolver,
    private readonly conditions: Conditions,
  ) {}

  /** Remembers that a variable was given the error or a part of it. */
  follow(name: string, value: Code, key: string, successPossible: boolean): void {
    // A variable that says only if another call went well holds nothing of what that was given, unless it is the error itself.
    const isOutcome = this.resolver.idioms.errorsAreValues === true && isErrorName(name);
    if (this.carries(value, key, successPossible || isOutcome)) this.derive(key, name);
  }

  private derive(key: string, name: string): void {
    const set = this.derived.get(key) ?? new Set<string>();
    set.add(name);
    this.derived.set(key, set);
  }

  /**
   * Whether an expression carries the error on. While success is possible, only what is the error itself or one of its
   * parts counts: the body of a response is what the code came for.
   */
  carries(code: Code, key: string, successPossible: boolean): boolean {
    const derived = this.derived.get(key);
    const visit = (c: Code): boolean => {
      if (c.kind === 'function' || (c.kind === 'other' && c.inspects) || c.kind === 'binary' || c.kind === 'not') return false;
      if (c.kind === 'logical' && c.op === 'and') return visit(c.right);
      if (c.kind === 'call' && this.conditions.membership(c)) return false;
      if (c.kind === 'name' && (derived?.has(c.name) || this.conditions.failedBeside(c, key))) return true;
      if (c.kind === 'name' || c.kind === 'member' || (c.kind === 'call' && !this.isLookup(c) && !this.isChosen(c.callee))) {
        const subject = this.resolver.subject(c);
        if (subject?.key === key) {
          if (!successPossible) return true;
          const last = subject.segments.at(-1);
          const part = last ?? '';
          if (subject.segments.length === 0) return true;
          return isErrorName(part) || /^(?:status|statusText|statusCode|code|message|reason|error_description)$/.test(part);
        }
      }
      if (c.kind === 'conditional') return visit(c.then) || visit(c.otherwise);
      if (c.kind === 'switch') return c.cases.some((k) => k.body.some(visit));
      if (c.kind === 'if') return visit(c.then) || (c.otherwise !== undefined && visit(c.otherwise));
      // What a table of this code gives for the error is the handler's answer, not the error.
      if (c.kind === 'index' && this.conditions.keysOf(c.object).names !== 0) return false;
      if (c.kind === 'call' && (this.isLookup(c) || this.isChosen(c.callee))) return false;
      return childrenOf(c).some(visit);
    };
    return visit(code);
  }

  /** Whether a statement passes the error on, wherever else the code comes from. */
  reports(code: Code, key: string, successPossible: boolean): boolean {
    switch (code.kind) {
      case 'throw':
        return true;
      case 'expression':
        return this.reports(code.expression, key, successPossible);
      case 'assignment':
        return this.carries(code.value, key, successPossible) || this.reports(code.value, key, successPossible);
      case 'call': {
        // What is looked up in a table of this code is not told anybody.
        if (this.isChosen(code.callee) || this.isLookup(code)) return false;
        if (code.args.some((arg) => this.carries(arg, key, successPossible))) return true;
        const callee = this.resolver.called(code.callee);
        if (/(?:^|\.)throw|^(?:.*\.)?(?:reject|exit|abort|fail|panic|captureException|captureMessage|[eE]nsureSuccess\w*|raise_for_status|error_for_status)$/.test(callee)) return true;
        // `showError('Something went wrong')`, `logger.warn('…')`; `console.log('done')` tells of no failure.
        if (REPORTS.test(callee) && !TIDIES.test(callee) && !/\.(?:log|debug|info|success|clear\w*|dismiss\w*|hide\w*|Log(?:Information|Debug|Trace)|(?:Information|Debug|Verbose))$|(?<!\berr(?:or)?)\.(?:Write(?:Line)?|print(?:ln|f)?)$|^(?:clear|reset|hide|dismiss)/i.test(callee) && code.args.some((a) => a.kind === 'string' || a.kind === 'interpolation' || a.kind === 'call' || a.kind === 'record')) return true;
        return code.callee.kind === 'member' && this.reports(code.callee.object, key, successPossible);
      }
      case 'logical':
        return this.reports(code.right, key, successPossible);
      case 'conditional':
        return this.reports(code.then, key, successPossible) || this.reports(code.otherwise, key, successPossible);
      case 'other':
        return code.children.some((c) => this.reports(c, key, successPossible));
      case 'return':
        return code.value !== undefined && (this.carries(code.value, key, successPossible) || this.reports(code.value, key, successPossible));
      default:
        return false;
    }
  }

  /** Whether any statement below passes the error on: under a condition that has nothing to do with the error. */
  reportsSomewhere(code: Code, key: string, successPossible: boolean): boolean {
    return some(code, (c) => (c.kind === 'markup' ? this.carries(c, key, successPossible) : (c.kind === 'throw' || c.kind === 'expression' || c.kind === 'return') && this.reports(c, key, successPossible)));
  }

  /** Whether a statement does something, where only errors that no branch named arrive. */
  acts(code: Code): boolean {
    const inner = code.kind === 'expression' ? code.expression : code;
    switch (inner.kind) {
      case 'call':
        return !TIDIES.test(this.resolver.called(inner.callee));
      case 'assignment':
        return !TIDIES.test(this.resolver.source(inner.target));
      case 'throw':
      case 'markup':
        return true;
      case 'other':
        return inner.children.some((c) => this.acts(c));
      default:
        return false;
    }
  }

  /** A function out of a table: it runs for the table's errors only. */
  private isChosen(callee: Code): boolean {
    if (callee.kind === 'index') return this.conditions.keysOf(callee.object).names !== 0;
    return callee.kind === 'call' && this.isLookup(callee);
  }

  private isLookup(code: Code & { kind: 'call' }): boolean {
    return code.callee.kind === 'member' && this.resolver.idioms.lookup.has(code.callee.property) && this.conditions.keysOf(code.callee.object).names !== 0;
  }
}

import { bodyOf, some, type Assignment, type Code } from '../model/code';
import type { Branch, Construct } from '../model/handler';
import { contains, type Span } from '../model/span';
import type { Condition, Conditions } from './condition';
import type { ExpressionHandler } from './expressions';
import { exclude, newDraft, type Draft, type Flow } from './flow';
import type { Resolver } from './subject';

/** The handlers found on one error value, and what is remembered of the code around them. */
export class Drafts {
  readonly all: Draft[] = [];
  /** Values that branches give back, as written. */
  readonly returned = new Set<string>();
  /** Where variables were first assigned while the error was known. */
  private readonly assigned = new Map<string, number>();

  constructor(
    private readonly resolver: Resolver,
    private readonly conditions: Conditions,
  ) {}

  assign(code: Assignment): void {
    const target = this.resolver.called(code.target);
    if (!this.assigned.has(target) && !this.resolver.idioms.nothing.test(this.resolver.source(code.value))) this.assigned.set(target, code.start);
  }

  /** The handler that a test belongs to: the one that is being written in this list of statements, or a new one. */
  draftFor(current: { draft: Draft | undefined }, construct: Construct, head: Span): Draft {
    const draft = current.draft;
    if (!draft) {
      const created = newDraft(construct, head);
      this.all.push(created);
      return (current.draft = created);
    }
    const last = draft.constructs.at(-1);
    if (construct.form === 'chain' && last?.form === 'chain') draft.constructs[draft.constructs.length - 1] = { ...last, last: construct.last };
    else if (!draft.constructs.some((c) => 'code' in c && 'code' in construct && c.code === construct.code)) draft.constructs.push(construct);
    if (construct.form === 'switch') draft.head = head;
    return draft;
  }

  addBranch(draft: Draft, condition: Condition, flow: Flow, test: Code, whole: Code, construct: Construct): void {
    const construct0 = construct.form === 'chain' ? construct.first : whole;
    const positive = condition.atoms.filter((a) => !a.negated);
    draft.branches.push({
      atoms: condition.atoms, label: test, span: whole, takes: condition.takes, construct: construct0,
      unreachable: positive.length > 0 && positive.length === condition.atoms.length && condition.takes !== 0 && (condition.takes & flow.possible) === 0,
    });
  }

  /** Remembers what a branch does, to tell handlers from answers and defaults from neglect. */
  note(draft: Draft, body: Code, leaves: boolean, tail = false): void {
    const statements = bodyOf(body);
    const last = statements.at(-1);
    const given = last?.kind === 'return' ? last.value : tail ? last : undefined;
    const value = given ? this.resolver.source(given) : last?.kind === 'return' ? '' : undefined;
    if (value !== undefined) {
      draft.results.push(value);
      this.returned.add(value);
    }
    if (!(statements.length === 1 && value !== undefined && /^(?:true|false)$/i.test(value))) draft.branchesThatAct++;
    if (leaves) return;
    for (const statement of statements) {
      some(statement, (c) => {
        if (c.kind === 'assignment') draft.overwritten.add(this.resolver.called(c.target));
        return c.kind === 'function';
      });
    }
  }

  /** A handler that is an expression; what it leaves open flows on. */
  addExpression(found: ExpressionHandler, flow: Flow): Flow {
    const draft = newDraft(found.construct, found.head);
    this.all.push(draft);
    draft.success = flow.success;
    draft.handled = found.takes;
    draft.unknown = found.unknown;
    draft.branchesThatAct = found.answers ? 0 : 1;
    if (found.answers) draft.results.push('true');
    for (const atom of found.branches) {
      const branch: Branch = { atoms: [atom.atom], label: atom.atom.span, span: atom.span, takes: this.conditions.takes(atom.atom), unreachable: atom.unreachable, construct: found.code };
      draft.branches.push(branch);
    }
    const rest = flow.possible & ~found.takes;
    if (flow.reported || found.hasFallback || rest === 0) {
      draft.deferred |= rest;
      return flow;
    }
    return { ...flow, open: [...flow.open, { draft, names: rest, lost: false }], handled: true };
  }

  /** Errors that a negated test names are left for the code behind it: by name they are dealt with, otherwise still to be decided on. */
  exclude(condition: Condition, flow: Flow, draft: Draft | undefined): Flow {
    const negated = condition.atoms.filter((a) => a.negated);
    if (negated.length === 0) return flow;
    const of = (decided: boolean): number => negated.filter((a) => (a.kind === 'name' && !a.parsed) === decided).reduce((set, a) => set | this.conditions.takes(a), 0) & flow.possible;
    const named = of(true);
    if (draft) draft.handled |= named;
    return exclude(flow, named, of(false) & ~named);
  }

  /** What is open at an end, without what a default value was given for before. */
  withoutDefault(flow: Flow): Flow {
    const open = flow.open.filter((o) => !this.hasDefaultValue(o.draft));
    for (const { draft, names } of flow.open) if (!open.some((o) => o.draft === draft)) draft.deferred |= names;
    return { ...flow, open };
  }

  /** A variable that was given a value before the handler and is overwritten by its branches. */
  private hasDefaultValue(draft: Draft): boolean {
    for (const target of draft.overwritten) {
      const before = this.assigned.get(target);
      if (before !== undefined && before < draft.head.start) return true;
      const binding = this.resolver.scope.find(target, draft.head.start);
      if (binding?.kind === 'variable' && binding.path.length === 0 && binding.assignments > 0 && binding.declaration.start < draft.head.start && binding.init) {
        const init = this.resolver.source(binding.init);
        const declared = contains(binding.declaration, binding.init);
        if (declared && !/^(?:null|undefined|None|nil)$/.test(init)) return true;
      }
    }
    return false;
  }
}

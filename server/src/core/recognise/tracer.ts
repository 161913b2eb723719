import type { Construct } from '../model/handler';
import { bodyOf, childrenOf, type Code, type If, type Switch, type Try } from '../model/code';
import type { Span } from '../model/span';
import { Drafts } from './drafts';
import { birthOf, isBirth, isBornIn, renews } from './birth';
import { caseConditions } from './cases';
import { expressionHandlers } from './expressions';
import type { Condition, Conditions } from './condition';
import { adopt, endsInBreak, isCommented, isEmpty, join, leavesAside, newborn, lose, narrow, onlyUnnamed, receive, showsElse, vanish, type Draft, type Flow, type Reach } from './flow';
import { ALL_NAMES } from './names';
import { isParseGuard, Parses } from './parses';
import { Passing } from './passing';
import type { Resolver, Subject } from './subject';
import { Tested, VALUES } from './tested';

interface Jumps {
  breaks: Reach;
  continues: Reach;
}

/**
 * Follows one error value through the code that can meet it: which errors each branch takes, and where those that no
 * branch names end up. A handler falls out as whatever decided on them last.
 */
export class Tracer {
  private readonly drafts: Drafts;
  private readonly passing: Passing;
  private readonly key: string;
  private readonly birth: Span | undefined;
  private readonly successAtBirth: boolean;
  private readonly tested: Tested;
  private readonly parses: Parses;

  constructor(
    private readonly resolver: Resolver,
    private readonly conditions: Conditions,
    subject: Subject,
    /** The code within which the value is followed. */
    private readonly region: Code,
  ) {
    this.key = subject.key;
    this.tested = new Tested(this.key, conditions, resolver);
    this.passing = new Passing(resolver, conditions);
    this.drafts = new Drafts(resolver, conditions);
    this.parses = new Parses(this.key, region, conditions, resolver);
    ({ span: this.birth, success: this.successAtBirth } = birthOf(subject, region, resolver.idioms));
  }

  run(): readonly Draft[] {
    const start = newborn(this.successAtBirth);
    // Before its birth the value does not exist: what flows there is only success.
    const flow: Flow = this.birth ? { ...start, possible: 0, fresh: 0, success: true } : start;
    const body = (this.region.kind === 'function' ? this.region.body : this.region) ?? { kind: 'other', start: 0, end: 0, children: [] };
    const jumps: Jumps = { breaks: undefined, continues: undefined };
    const end = this.region.kind === 'function' && body.kind !== 'block' ? this.result(body, flow, undefined, jumps) : this.list(bodyOf(body), flow, undefined, jumps, this.region.kind === 'function' && this.region.implicit === true);
    this.ends(join(join(end, jumps.breaks), jumps.continues));
    return this.drafts.all;
  }

  /** `tail`: the value of the last statement is given back to the caller. */
  private list(statements: readonly Code[], start: Reach, draft: Draft | undefined, jumps: Jumps, tail = false): Reach {
    let flow = start;
    const current = { draft };
    for (const [index, statement] of statements.entries()) {
      if (!flow) return undefined;
      flow = this.statement(statement, flow, current, jumps, tail && index === statements.length - 1);
    }
    return flow;
  }

  private statement(code: Code, before: Flow, current: { draft: Draft | undefined }, jumps: Jumps, tail = false): Reach {
    const flow = this.parses.behind(code.kind === 'if' ? code.test : code.kind === 'switch' ? code.subject : undefined, isBornIn(code, this.birth) ? newborn(this.successAtBirth) : before);
    if (!flow) return undefined;
    switch (code.kind) {
      case 'block':
        return this.list(code.body, flow, current.draft, jumps, tail);
      case 'if':
        return this.branch(code, flow, current, jumps, tail);
      case 'switch':
        return this.switch(code, flow, current, jumps, tail);
      case 'try':
        return this.attempt(code, flow, current, jumps, tail);
      case 'loop':
        return this.loop(code.body, flow, current.draft);
      case 'return':
        if (code.succeeds) return this.succeeds(code.value, flow, jumps);
        return code.value ? this.result(code.value, flow, current.draft, jumps) : this.ends(flow);
      case 'throw': {
        const thrown = code.value ? this.expressions(code.value, flow, jumps) : flow;
        if (thrown) receive(thrown);
        return undefined;
      }
      case 'break':
        jumps.breaks = join(jumps.breaks, flow);
        return undefined;
      case 'continue':
        jumps.continues = join(jumps.continues, flow);
        return undefined;
      case 'declaration':
        return this.declaration(code, flow, jumps);
      case 'markup':
        // Where only errors arrive that no branch named, whatever is shown is shown for them.
        return this.markup(code, onlyUnnamed(flow) && !this.tested.in(code) ? receive(flow) : flow, current, jumps);
      case 'function':
      case 'type':
      case 'import':
        return flow;
      default:
        return tail && !(code.kind === 'expression' && code.discarded) ? this.result(code.kind === 'expression' ? code.expression : code, flow, current.draft, jumps) : this.expression(code, flow, current, jumps);
    }
  }

  private declaration(code: Code & { kind: 'declaration' }, flow: Flow, jumps: Jumps): Reach {
    const after = code.init ? this.expressions(code.init, flow, jumps) : flow;
    if (!after) return undefined;
    if (isBirth(code, this.birth)) return newborn(this.successAtBirth);
    if (code.init && code.pattern.name !== undefined) this.passing.follow(code.pattern.name, code.init, this.key, flow.success);
    return after;
  }

  private expression(code: Code, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps): Reach {
    const inner = code.kind === 'expression' ? code.expression : code;
    if (inner.kind === 'logical' && inner.op === 'and') return this.guarded(inner.left, inner.right, inner, flow, current, jumps);
    if (inner.kind === 'conditional' && this.conditions.subjects(inner.test).some((s) => s.key === this.key)) {
      return this.choice(inner, flow, current, jumps);
    }
    if (inner !== code && VALUES.has(inner.kind)) return this.statement(inner, flow, current, jumps);
    const after = this.expressions(inner, flow, jumps);
    if (!after) return undefined;
    if (inner.kind === 'assignment' && flow.possible !== 0) this.drafts.assign(inner);
    if (inner.kind === 'assignment' && inner.target.kind === 'name') this.passing.follow(inner.target.name, inner.value, this.key, flow.success);
    if (renews(inner, this.birth, this.resolver, (value) => this.passing.carries(value, this.key, false))) return { ...after, possible: ALL_NAMES, fresh: ALL_NAMES, success: this.successAtBirth, reported: false };
    if (this.passing.reports(inner, this.key, after.success)) return receive(after);
    if (onlyUnnamed(after) && this.passing.acts(inner)) return receive(after);
    return after;
  }

  /** `condition && action()` as a statement, or as a child of markup. */
  private guarded(test: Code, action: Code, whole: Code, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps): Reach {
    const condition = this.conditions.of(test, this.key);
    if (!condition.touches) return this.opaque(whole, flow);
    return this.decide(condition, test, whole, flow, current, { form: 'expression', code: whole }, (inside) => this.action(action, inside, current, jumps), undefined);
  }

  private choice(code: Code & { kind: 'conditional' }, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps): Reach {
    const condition = this.conditions.of(code.test, this.key);
    const nothing = this.resolver.idioms.nothing.test(this.resolver.source(code.otherwise));
    return this.decide(condition, code.test, code, flow, current, { form: 'expression', code }, (inside) => this.action(code.then, inside, current, jumps), nothing ? undefined : (rest) => {
      if (code.otherwise.kind === 'conditional') return this.expression(code.otherwise, rest, current, jumps);
      if (this.tested.in(code.otherwise)) return this.action(code.otherwise, rest, current, jumps);
      return receive(rest);
    });
  }

  private action(code: Code, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps): Reach {
    return code.kind === 'markup' ? this.markup(code, flow, current, jumps) : this.expression(code, flow, current, jumps);
  }

  private branch(code: If, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps, tail: boolean): Reach {
    const condition = this.conditions.of(code.test, this.key);
    if (!condition.touches) return this.unrelated(code, flow, jumps, tail);
    const otherwise = code.otherwise;
    return this.decide(
      condition, code.test, code, flow, current, { form: 'chain', first: code, last: code },
      (inside, draft) => this.list(bodyOf(code.then), inside, draft, jumps, tail),
      otherwise && ((rest, draft) => {
        if (otherwise.kind === 'if' || this.tested.in(otherwise)) return this.list(bodyOf(otherwise), rest, draft, jumps, tail);
        return this.fallback(otherwise, code.elseSpan ?? otherwise, rest, draft, jumps, tail);
      }),
    );
  }

  /** Splits what flows at a condition on the value; the one place where branches come into being. */
  private decide(
    condition: Condition, test: Code, whole: Code, flow: Flow, current: { draft: Draft | undefined }, construct: Construct,
    then: (flow: Flow, draft: Draft | undefined) => Reach, otherwise: ((flow: Flow, draft: Draft | undefined) => Reach) | undefined,
  ): Reach {
    const named = condition.atoms.length > 0 && !isParseGuard(whole, condition);
    let before = flow;
    if (named || condition.unknown) {
      const draft = this.drafts.draftFor(current, construct, construct.form === 'chain' ? construct.first.head : test);
      before = adopt(flow, draft);
      draft.unknown ||= condition.unknown;
      draft.handled |= condition.takes & before.possible;
      if (named) this.drafts.addBranch(draft, condition, before, test, whole, construct);
    }
    const draft = current.draft;
    // A nested handler decides anew on what gets in here; otherwise whoever wrote the branch has dealt with it.
    const body = whole.kind === 'if' ? whole.then : whole.kind === 'conditional' ? whole.then : whole.kind === 'logical' ? whole.right : whole;
    const inside = narrow(before, condition.takes, condition.takes, condition.successIn);
    let thenFlow: Reach;
    if (inside && named) {
      const nested = this.tested.in(body);
      if (!nested && isEmpty(body) && !isCommented(body) && condition.atoms.every((a) => a.negated)) thenFlow = then(lose(inside, draft, test), undefined);
      else {
        const taken: Flow = { ...inside, open: [], fresh: nested ? inside.possible : 0, handled: !nested, reported: inside.reported };
        thenFlow = then(taken, undefined);
        if (draft) this.drafts.note(draft, body, thenFlow === undefined);
      }
    } else if (inside) thenFlow = then(inside, draft);
    const past = narrow(before, condition.leaves, condition.mayFail, condition.successPast);
    const rest = past && this.drafts.exclude(condition, past, draft);
    return join(thenFlow, rest && (otherwise ? otherwise(rest, draft) : rest));
  }

  private switch(code: Switch, flow: Flow, current: { draft: Draft | undefined }, outer: Jumps, tail: boolean): Reach {
    const entries = caseConditions(code, this.key, this.conditions, this.resolver);
    const relevant = code.subject ? this.resolver.subject(code.subject)?.key === this.key && entries.some((e) => e.condition.atoms.some((a) => a.name !== undefined || a.status !== undefined)) : entries.some((e) => e.condition.touches && e.condition.atoms.length > 0);
    const jumps: Jumps = { breaks: undefined, continues: undefined };
    if (!relevant) {
      let after: Reach = flow;
      for (const { case: c } of entries) after = join(after, this.list(c.body, flow, undefined, jumps, tail));
      outer.continues = join(outer.continues, jumps.continues);
      return join(after, jumps.breaks);
    }
    const statusOnly = entries.every((e) => e.condition.atoms.every((a) => a.kind === 'status'));
    const construct: Construct = { form: 'switch', code, on: code.subject ? (statusOnly ? 'status' : 'name') : 'condition' };
    const draft = this.drafts.draftFor(current, construct, code.head);
    let rest: Flow | undefined = adopt(flow, draft);
    let falling: Reach;
    const defaultAt = code.cases.findIndex((c) => c.isDefault);
    const bodies: { index: number; entry: Reach }[] = [];
    entries.forEach(({ case: c, condition, rest: others }, index) => {
      if (c.isDefault || !rest) return void bodies.push({ index, entry: undefined });
      if (others) {
        bodies.push({ index, entry: narrow(rest, condition.takes, condition.takes, false) });
        return void (rest = narrow(rest, condition.leaves, condition.mayFail, true));
      }
      draft.unknown ||= condition.unknown;
      draft.handled |= condition.takes & rest.possible;
      if (condition.atoms.length > 0) {
        draft.branches.push({
          atoms: condition.atoms, label: c.label, span: c, takes: condition.takes, construct: code,
          unreachable: condition.takes !== 0 && condition.atoms.every((a) => !a.negated) && (condition.takes & rest.possible) === 0,
        });
      }
      const inside = narrow(rest, condition.takes, condition.takes, condition.successIn && code.subject === undefined);
      const nested = c.body.some((s) => this.tested.in(s));
      bodies.push({ index, entry: inside && { ...inside, open: [], fresh: nested ? inside.possible : 0, handled: !nested } });
      rest = narrow(rest, condition.leaves, condition.mayFail, true) ?? undefined;
    });
    const remaining: Reach = rest;
    for (const { index } of bodies) {
      const c = code.cases[index];
      if (!c) continue;
      const entry = index === defaultAt ? remaining : bodies[index]?.entry;
      const inFlow = code.fallsThrough ? falling : undefined;
      if (c.isDefault || entries[index]?.rest) {
        falling = this.defaultCase(code, index, entry, inFlow, draft, jumps, tail);
        continue;
      }
      const reached: Reach = join(entry, inFlow);
      const out: Reach = reached && this.list(c.body, reached, undefined, jumps, tail);
      if (entry && c.body.length > 0) this.drafts.note(draft, { kind: 'block', start: c.start, end: c.end, body: c.body.filter((s) => s.kind !== 'break'), commented: c.commented }, out === undefined && !endsInBreak(c.body), tail);
      if (code.fallsThrough) falling = out;
      else jumps.breaks = join(jumps.breaks, out);
    }
    outer.continues = join(outer.continues, jumps.continues);
    const unmatched: Reach = defaultAt < 0 ? remaining : undefined;
    if (unmatched && code.throwsUnmatched) receive(unmatched);
    return join(join(falling, jumps.breaks), code.throwsUnmatched ? undefined : unmatched);
  }

  private defaultCase(code: Switch, index: number, entry: Reach, falling: Reach, draft: Draft, jumps: Jumps, tail: boolean): Reach {
    const c = code.cases[index];
    if (!c) return falling;
    // An empty default that runs into the next case shares its body.
    const shares = code.fallsThrough && c.body.length === 0 && index < code.cases.length - 1;
    if (shares) return join(entry && receive(entry), falling);
    const block: Code = { kind: 'block', start: c.start, end: c.end, body: c.body, commented: c.commented };
    const own = entry && (c.body.some((s) => this.tested.in(s)) ? this.list(c.body, entry, undefined, jumps, tail) : this.fallback(block, c.label, entry, draft, jumps, tail));
    return join(own, falling && this.list(c.body, falling, undefined, jumps, tail));
  }

  /** An explicit fallback: what it holds receives all that is left; an empty one loses it. */
  private fallback(body: Code, label: Span, flow: Flow, draft: Draft | undefined, jumps: Jumps, tail: boolean): Reach {
    if (isEmpty(body)) {
      const next = isCommented(body) ? receive(flow) : lose(flow, draft, label);
      return this.list(bodyOf(body), next, undefined, jumps);
    }
    return this.list(bodyOf(body), receive(flow), undefined, jumps, tail);
  }

  private unrelated(code: If, flow: Flow, jumps: Jumps, tail: boolean): Reach {
    if (!this.tested.in(code.then) && !(code.otherwise && this.tested.in(code.otherwise))) return this.opaque(code, flow, jumps);
    const then = this.list(bodyOf(code.then), flow, undefined, jumps, tail);
    const otherwise = code.otherwise ? this.list(bodyOf(code.otherwise), flow, undefined, jumps, tail) : flow;
    return join(then, otherwise);
  }

  /** Code under a condition of its own: if it passes the error on, its author has thought of it. */
  private opaque(code: Code, flow: Flow, jumps?: Jumps): Reach {
    if ((!leavesAside(code, flow) && this.passing.reportsSomewhere(code, this.key, flow.success)) || (onlyUnnamed(flow) && showsElse(code))) return receive(flow);
    if (code.kind === 'if' && jumps) {
      // Jumps out of it count for what flows, nothing else does.
      const aside: Jumps = { breaks: undefined, continues: undefined };
      const stripped = { ...flow, open: [], fresh: 0 };
      const then = this.list(bodyOf(code.then), stripped, undefined, aside);
      const otherwise = code.otherwise ? this.list(bodyOf(code.otherwise), stripped, undefined, aside) : stripped;
      // Both ways lead out: what is open ends with the second.
      if (!then && !otherwise && code.otherwise) return flow.open.length === 0 ? undefined : this.list(bodyOf(code.otherwise), flow, undefined, jumps);
      jumps.breaks = join(jumps.breaks, aside.breaks);
      jumps.continues = join(jumps.continues, aside.continues);
    }
    return flow;
  }

  private attempt(code: Try, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps, tail: boolean): Reach {
    let after: Reach = this.list(bodyOf(code.body), flow, current.draft, jumps, tail);
    for (const handler of code.handlers) {
      const own = this.birth !== undefined && handler.param !== undefined && handler.param.start === this.birth.start;
      // What a filter does not let in goes on by itself.
      const ours = handler.param?.type === undefined ? undefined : this.conditions.caughtBy(handler.param.type);
      const caught = (handler.filter ? this.conditions.of(handler.filter, this.key).takes : ALL_NAMES) & (ours ?? ALL_NAMES);
      const start: Flow = own
        ? { possible: caught, fresh: caught, open: [], handled: false, success: false, reported: false }
        : { ...flow, possible: flow.possible, fresh: this.birth ? 0 : flow.fresh, open: [] };
      const end = this.list(handler.body.body, start, undefined, jumps, tail);
      after = join(after, end);
    }
    if (!code.finalizer) return after;
    return after ? this.list(bodyOf(code.finalizer), after, current.draft, jumps) : undefined;
  }

  private loop(body: Code, flow: Flow, draft: Draft | undefined): Reach {
    const jumps: Jumps = { breaks: undefined, continues: undefined };
    const end = this.list(bodyOf(body), flow, draft, jumps);
    return join(join(flow, end), join(jumps.breaks, jumps.continues));
  }

  private result(value: Code, flow: Flow, draft: Draft | undefined, jumps: Jumps): undefined {
    const current = { draft };
    if (VALUES.has(value.kind)) return this.ends(this.statement(value, flow, current, jumps, true));
    if (value.kind === 'markup') {
      const end = this.markup(value, flow, current, { breaks: undefined, continues: undefined });
      return this.ends(end);
    }
    const after = this.expressions(value, flow, jumps);
    if (after) this.gives(value, after);
    return undefined;
  }

  /** The caller is told of a success: only if it gets the value itself can it still see the open errors. */
  private succeeds(value: Code | undefined, flow: Flow, jumps: Jumps): undefined {
    const after = value ? this.expressions(value, flow, jumps) : flow;
    return this.ends(value && after && this.passing.carries(value, this.key, true) ? receive(after) : after);
  }

  /** A value goes back to the caller: does it tell of the open errors? */
  private gives(value: Code, flow: Flow): void {
    if (flow.open.length === 0) return;
    const text = this.resolver.source(value);
    const { success } = this.resolver.idioms;
    if (this.passing.carries(value, this.key, flow.success) || this.passing.reports(value, this.key, flow.success)) return void receive(flow);
    const boolean = /^(?:true|false)$/i.test(text);
    if (onlyUnnamed(flow) && (boolean ? !this.drafts.returned.has(text) && !success.test(text) : !success.test(text) && !this.drafts.returned.has(text))) return void receive(flow);
    this.ends(flow);
  }

  private ends(flow: Reach): undefined {
    if (!flow) return undefined;
    vanish(this.drafts.withoutDefault(flow));
    return undefined;
  }

  /** What a piece of user interface shows for the value, child by child. */
  private markup(code: Code & { kind: 'markup' }, flow: Flow, current: { draft: Draft | undefined }, jumps: Jumps): Reach {
    let reach: Reach = flow;
    const own = { draft: current.draft };
    const visit = (c: Code): void => {
      if (!reach || c.kind === 'function') return;
      if (c.kind === 'markup' || (c.kind === 'other' && !this.passing.carries(c, this.key, reach.success))) return childrenOf(c).forEach(visit);
      if ((c.kind === 'logical' && c.op === 'and') || FLOWS.has(c.kind)) reach = this.statement(c, reach, own, jumps);
      else {
        reach = this.expressions(c, reach, jumps);
        if (reach && this.passing.carries(c, this.key, reach.success)) reach = receive(reach);
      }
    };
    code.children.forEach(visit);
    if (own.draft && own.draft !== current.draft) {
      const draft = own.draft;
      const last = draft.branches.at(-1);
      if (last) draft.constructs.splice(0, draft.constructs.length, { form: 'markup', code, last: last.construct });
    }
    return reach && { ...reach, handled: true };
  }

  /** Handlers inside an expression: chained ternaries, look-ups in tables, and statements that stand there for their value. */
  private expressions(code: Code, flow: Flow, jumps: Jumps): Reach {
    let after: Reach = this.parses.behind(code, flow);
    for (const inner of this.tested.statementsIn(code)) after &&= this.statement(inner, after, { draft: undefined }, jumps);
    if (!after) return undefined;
    for (const found of expressionHandlers(code, this.key, this.conditions, this.resolver, this.region)) after = this.drafts.addExpression(found, after);
    return after;
  }
}

/** Children of markup that are followed as statements are; templates have blocks of their own. */
const FLOWS: ReadonlySet<Code['kind']> = new Set(['conditional', 'if', 'switch', 'block', 'try', 'declaration']);

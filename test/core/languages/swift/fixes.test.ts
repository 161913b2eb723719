import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { checkFix } from '../../../harness/fixes';
import { insertClean, isFallback, isHandler } from '../../../harness/insertion';
import { inCatch, method, swift, SWIFT } from './sources';

const fixed = (source: string, code: Parameters<typeof checkFix>[1]['code'], after: string | undefined, title?: RegExp) => async () => {
  const result = await checkFix(source, { code, ...(title && { title }) }, undefined, SWIFT);
  if (after !== undefined) assert.equal(result, after);
};

describe('Swift: fixes', () => {
  it('a default that throws', fixed(inCatch(`
    switch e.error {
    case "already_exists":
        showTaken()
    default:
        break
    }
  `), 'swallowed-error', inCatch(`
    switch e.error {
    case "already_exists":
        showTaken()
    default:
        throw e
    }
  `)));
  it('an else', fixed(inCatch(`
    if e.error == "already_exists" {
        showTaken()
    } else if e.error == "invalid_entity" {
        showForm()
    }
  `), 'unhandled-error', inCatch(`
    if e.error == "already_exists" {
        showTaken()
    } else if e.error == "invalid_entity" {
        showForm()
    } else {
        throw e
    }
  `)));
  it('an else if', fixed(inCatch(`
    if e.error == "already_exists" {
        showTaken()
    }
  `), 'unhandled-error', inCatch(`
    if e.error == "already_exists" {
        showTaken()
    } else if e.error == "missing_token" {
        throw e
    } else {
        throw e
    }
  `), /missing_token/));
  it('a default of a dictionary', fixed(swift(`
    static let texts = ["already_exists": "Taken"]

    func text(_ e: PlusAuthError) -> String? {
        return Self.texts[e.error]
    }
  `), 'unhandled-error', swift(`
    static let texts = ["already_exists": "Taken"]

    func text(_ e: PlusAuthError) -> String? {
        return Self.texts[e.error] ?? "Unexpected PlusAuth error: \\(e.error)"
    }
  `)));
  it('a throw in an empty catch', fixed(inCatch('', ''), 'swallowed-error', inCatch('throw error', '')));
  it('a handler in an empty catch of a type', fixed(inCatch(''), 'swallowed-error', undefined, /handler/i));
  it('the right name', fixed(method('if e.error == "already_exist" { a() }\nthrow e'), 'unknown-error', method('if e.error == "already_exists" { a() }\nthrow e')));
  it('a case that never runs', fixed(method(`
    switch e.error {
    case "already_exists": a()
    case "already_exists": b()
    default: throw e
    }
  `), 'unreachable-branch', method(`
    switch e.error {
    case "already_exists": a()
    default: throw e
    }
  `)));
});

describe('Swift: hover and completion', () => {
  it('hovers on a case', async () => void (await checkHover(method('switch e.error {\ncase "already_‸exists": a()\ndefault: throw e\n}'), '409', SWIFT)));
  it('hovers on a status', async () => void (await checkHover(method('if e.status == 4‸09 { a() } else { throw e }'), 'already_exists', SWIFT)));
  it('completes a comparison', async () => void (await checkCompletion(method('if e.error == "‸" {\n}'), { first: ['entity_not_found'] }, SWIFT)));
  it('completes a half-typed comparison', async () => void (await checkCompletion(method('if e.error == "‸'), { first: ['entity_not_found'] }, SWIFT)));
  it('completes a case, those not handled first', async () => void (await checkCompletion(method('switch e.error {\ncase "entity_not_found":\n    a()\ncase "‸":\n    b()\ndefault: throw e\n}'), { first: ['already_exists'] }, SWIFT)));
  it('completes a list', async () => void (await checkCompletion(method('if ["missing_token", "‸"].contains(e.error) { a() } else { throw e }'), { first: ['entity_not_found'] }, SWIFT)));
  it('completes nothing in other texts', async () => void (await checkCompletion(method('log("‸")'), { none: true }, SWIFT)));
  it('completes nothing in code without PlusAuth', async () => void (await checkCompletion('func f(_ e: E) {\n    if e.error == "‸" {\n    }\n}\n', { none: true }, SWIFT)));
  it('a whole case', async () => assert.match(await insertClean('', inCatch(`
    switch e.error {
    case "already_exists":
        showTaken()
    ‸
    default:
        throw e
    }
  `), /missing_scope/, SWIFT), /\n {12}case "missing_scope":\n {16}/));
  it('a fallback', async () => assert.match(await insertClean('', inCatch(`
    switch e.error {
    case "already_exists":
        showTaken()
    ‸
    }
  `), isFallback, SWIFT), /\n {12}default:\n {16}throw e\n/));
  it('a ready handler', async () => assert.match(await insertClean('', inCatch('‸'), isHandler, SWIFT), /\n {12}switch e\.error \{\n {12}case "already_exists":\n {16}throw e\n/));
  it('no handler on an error of any type', async () => void (await checkCompletion(inCatch('‸', ''), { none: true }, SWIFT)));
});

import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll } from '../../../harness/insertion';
import { failed, file, RUST } from './helper';

const names = (source: string, first: readonly string[]) => async () => void (await checkCompletion(source, { first }, RUST));
const none = (source: string) => async () => void (await checkCompletion(source, { none: true }, RUST));

describe('Rust: hover', () => {
  it('on an arm', async () => void (await checkHover(failed(`
    match e.error.as_str() {
        "already_‸exists" => show_taken(),
        _ => return Err(e),
    }
  `), '409', RUST)));
  it('on a constant of a status', async () => void (await checkHover(failed(`
    if e.status == StatusCode::CON‸FLICT {
        return Ok(());
    }
  `, 'Err(e)'), 'already_exists', RUST)));
  it('in matches!', async () => void (await checkHover(failed(`
    if matches!(e.error.as_str(), "missing_‸scope") {
        return Ok(());
    }
  `, 'Err(e)'), '401', RUST)));
  it('not in code without PlusAuth', async () => void (await checkHover('fn f(e: &E) -> bool { e.code == "already_‸exists" }\n', undefined, RUST)));
});

describe('Rust: completion', () => {
  it('in a comparison', names(failed(`
    if e.error == "‸" {
    }
  `), ['entity_not_found', 'already_exists']));
  it('in a half-typed comparison', names(failed(`
    if e.error == "‸
  `), ['entity_not_found', 'already_exists']));
  it('in an arm, those not handled first', names(failed(`
    match e.error.as_str() {
        "entity_not_found" => show_gone(),
        "‸" => (),
        _ => return Err(e),
    }
  `), ['already_exists', 'invalid_entity']));
  it('in a half-typed arm', names(failed(`
    match e.error.as_str() {
        "entity_not_found" => show_gone(),
        "‸"
    }
  `), ['already_exists', 'invalid_entity']));
  it('in a list', names(failed(`
    if ["missing_token", "‸"].contains(&e.error.as_str()) {
        return Ok(());
    }
  `, 'Err(e)'), ['entity_not_found']));
  it('not in other texts', none(failed(`
    println!("‸");
  `)));
  it('not in comments', none(failed(`
    // if e.error == "‸"
  `)));
  it('an arm', async () => assert.match(await insertClean('', failed(`
    match e.error.as_deref() {
        Some("already_exists") => show_taken(),
        ‸
        _ => return Err(e),
    }
  `), /missing_scope/, RUST), /\n {8}Some\("missing_scope"\) => .*\n/));
  it('all arms', async () => assert.match(await insert('', file(`
    fn show(e: ApiError) -> Result<()> {
        match e.error.as_str() {
            "already_exists" => {
                show_taken();
            }
            ‸
            _ => return Err(e),
        }
        Ok(())
    }
  `), isAll, RUST), /"invalid_entity" => .*return Err\(e\)/s));
});

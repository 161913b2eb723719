import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll, isHandler, isRetry, itemsOf } from '../../../harness/insertion';
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
  `), isAll, RUST), /"invalid_entity" => .*return Err\(e\.into\(\)\)/s));
});

describe('Rust: ready handlers', () => {
  const caught = (result: string): string => file(`
    async fn add(plus_auth: &PlusAuth)${result} {
        match plus_auth.users.create().await {
            Ok(user) => use_it(user),
            Err(e) => {
                ‸
            }
        }
    }
  `);
  const answered = (result: string): string => file(`
    async fn remove(plus_auth: &PlusAuth)${result} {
        let res = plus_auth.client.delete("https://acme.plusauth.com/api/v1/users/1").send().await.unwrap();
        if !res.status().is_success() {
            ‸
        }
        finish()
    }
  `);

  it('for what a call failed with', async () => {
    const result = await insertClean('', caught(' -> Result<User>'), isHandler, RUST);
    assert.match(result, /\n {12}match e\.error\.as_str\(\) \{\n {16}"already_exists" => return Err\(e\.into\(\)\),\n/);
    assert.match(result, /\n {16}_ => return Err\(e\.into\(\)\),\n/);
  });
  it('for a response whose body may be anything', async () => assert.match(
    await insertClean('', answered(' -> Result<()>'), isHandler, RUST),
    /let answer: serde_json::Value = res\.json\(\)\.await\.unwrap_or_default\(\);\n {8}match answer\["error"\]\.as_str\(\) \{\n {12}Some\("entity_not_found"\) => return Err\(anyhow::anyhow!\(/,
  ));
  it('without a question mark where nothing takes it', async () => assert.doesNotMatch(await insertClean('', answered(''), isHandler, RUST), /\.await\?|return Err/));
  it('with a panic where the type of the error is the code’s own', async () => assert.match(await insertClean('', answered(' -> Result<(), Failure>'), isHandler, RUST), /_ => panic!\("unexpected PlusAuth error: /));
  it('no item that would insert nothing', async () => {
    for (const source of [caught(' -> Result<User>'), answered(' -> Result<()>')]) {
      const items = await itemsOf('', source, RUST);
      assert.ok(items.every((i) => i.edit.newText.trim() !== '' && !(typeof isRetry === 'function' && isRetry(i))), JSON.stringify(items.map((i) => i.label)));
    }
  });
});

import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { checkFix } from '../../../harness/fixes';
import { insert, insertClean, isFallback, isHandler, isRetry } from '../../../harness/insertion';
import { inCatch, inClass, inFile, inFunction, KOTLIN } from './sources';

describe('Kotlin: hover and completion in literals', () => {
  it('hover on a name', () => checkHover(inCatch('if (e.error == "already_‸exists") throw e'), '409', KOTLIN));
  it('hover on a status', () => checkHover(inFunction('when (e.status) { 40‸1 -> login(); else -> throw e }'), 'missing_scope', KOTLIN));
  it('in an entry, the others first', () => checkCompletion(inFunction(`
    when (e.error) {
        "already_exists" -> showTaken()
        "‸" -> showForm()
        else -> throw e
    }
  `), { first: ['entity_not_found'] }, KOTLIN));
  it('in an entry, half typed', () => checkCompletion(inFunction(`
    when (e.error) {
        "already_exists" -> showTaken()
        "inv‸
    }
  `), { includes: ['invalid_entity'] }, KOTLIN));
  it('in a comparison, half typed', () => checkCompletion(inFunction(`
    if (e.error == "inv‸
  `), { includes: ['invalid_entity'] }, KOTLIN));
  it('in a set', () => checkCompletion(inFunction('if (e.error in setOf("missing_token", "‸")) login()'), { includes: ['missing_scope'] }, KOTLIN));
  it('nowhere else', () => checkCompletion(inFunction('show("‸")'), { none: true }, KOTLIN));
});

describe('Kotlin: completion of branches and handlers', () => {
  it('a branch gives something back where the others do', async () => {
    const code = await insert('', inFunction('if (e.error == "already_exists") {\n    return found\n} ‸\nreturn null', 'User?'), /^else if .*"entity_not_found"/, KOTLIN);
    assert.match(code, /"entity_not_found"\) \{\n\s+return null\n/);
  });

  it('an entry', async () => {
    assert.match(await insertClean('', inFunction(`
      when (e.error) {
          "already_exists" -> showTaken()
          ‸
          else -> throw e
      }
    `), /"invalid_entity"/, KOTLIN), /^ {12}"invalid_entity" -> /m);
  });
  it('an else', async () => {
    assert.match(await insertClean('', inFunction(`
      when (e.error) {
          "already_exists" -> showTaken()
          ‸
      }
    `), isFallback, KOTLIN), /^ {12}else -> throw e$/m);
  });
  it('a handler on an SDK', async () => {
    assert.match(await insertClean('', inCatch('‸'), isHandler, KOTLIN), /when \(e\.error\) \{\n {16}"/);
  });
  it('a handler on Ktor', async () => {
    assert.match(await insertClean('', inFile(`
      suspend fun create(user: User) {
          try {
              httpClient.post("https://acme.plusauth.com/api/v1/users") { setBody(user) }
          } catch (e: ResponseException) {
              ‸
          }
      }
    `), isHandler, KOTLIN), /when \(Json\.parseToJsonElement\(e\.response\.bodyAsText\(\)\)\.jsonObject\["error"\]\?\.jsonPrimitive\?\.content\) \{/);
  });
  it('a retry', async () => {
    assert.match(await insertClean('', inCatch('‸'), isRetry, KOTLIN), /catch \(next: PlusAuthException\) \{\n *failure = next/);
  });
});

describe('Kotlin: fixes', () => {
  it('an else', () => checkFix(inFunction(`
    when (e.error) {
        "already_exists" -> showTaken()
    }
  `), { code: 'unhandled-error' }, inFunction(`
    when (e.error) {
        "already_exists" -> showTaken()
        else -> throw e
    }
  `), KOTLIN));
  it('an else for conditions', () => checkFix(inFunction(`
    when {
        e.error == "already_exists" -> showTaken()
    }
  `), { code: 'unhandled-error' }, inFunction(`
    when {
        e.error == "already_exists" -> showTaken()
        else -> throw e
    }
  `), KOTLIN));
  it('all entries beside a range', () => checkFix(inFunction(`
    when (e.status) {
        in 500..599 -> later()
        409 -> showTaken()
    }
  `), { code: 'unhandled-error' }, inFunction(`
    when (e.status) {
        in 500..599 -> later()
        409 -> showTaken()
        else -> throw e
    }
  `), KOTLIN));
  it('a chain', () => checkFix(inCatch(`
    if (e.error == "already_exists") {
        showTaken()
    }
  `), { code: 'unhandled-error' }, inCatch(`
    if (e.error == "already_exists") {
        showTaken()
    } else {
        throw e
    }
  `), KOTLIN));
  it('a default for a look-up', () => checkFix(inClass(`
    private val texts = mapOf("already_exists" to "Taken")

    fun textOf(e: PlusAuthException) = texts[e.error]
  `), { code: 'unhandled-error' }, inClass(`
    private val texts = mapOf("already_exists" to "Taken")

    fun textOf(e: PlusAuthException) = texts[e.error] ?: "Unexpected PlusAuth error: \${e.error}"
  `), KOTLIN));
  it('a response is no exception', () => checkFix(inFile(`
    suspend fun create(user: User) {
        val response = client.post("https://acme.plusauth.com/api/v1/users") { setBody(user) }
        when (response.status.value) {
            409 -> showTaken()
        }
    }
  `), { code: 'unhandled-error' }, inFile(`
    suspend fun create(user: User) {
        val response = client.post("https://acme.plusauth.com/api/v1/users") { setBody(user) }
        when (response.status.value) {
            409 -> showTaken()
            else -> {
                if (response.status.value >= 400) {
                    error("Unexpected PlusAuth error: \${response.status.value}")
                }
            }
        }
    }
  `), KOTLIN));
});

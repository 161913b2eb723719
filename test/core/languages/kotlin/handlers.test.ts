import { checkFindings, checkSilent } from '../../../harness/check';
import { inCatch, inClass, inFunction, KOTLIN } from './sources';

const finds = (source: string): (() => Promise<unknown>) => () => checkFindings(source, KOTLIN);
const silent = (source: string): (() => Promise<unknown>) => () => checkSilent(source, KOTLIN);

describe('Kotlin: when', () => {
  it('a statement', finds(inCatch(`
    when (e.error) {
    //<^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_scope
        "already_exists", "invalid_entity" -> showForm()
        "missing_scope" -> {
            ask()
        }
    }
  `)));
  it('with an else', silent(inCatch(`
    when (e.error) {
        "already_exists" -> showTaken()
        else -> throw e
    }
  `)));
  it('an else that does nothing', finds(inCatch(`
    when (e.error) {
        "already_exists" -> showTaken()
        else -> {}
        //<^^^^ swallowed-error
    }
  `)));
  it('an else that is Unit', silent(inCatch(`
    when (e.error) {
        "already_exists" -> showTaken()
        else -> { /* the caller looks at the rest */ }
    }
  `)));
  it('error() is loud', silent(inCatch(`
    when (e.error) {
        "already_exists" -> showTaken()
        else -> error("Unexpected: \${e.error}")
    }
  `)));
  it('with a variable for its subject', finds(inCatch(`
    when (val code = e.error) {
    //<^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        "already_exists" -> show(code)
    }
  `)));
  it('without a subject', finds(inCatch(`
    when {
    //<^ unhandled-error without: already_exists, server_error
        e.error == "already_exists" -> showTaken()
        e.status >= 500 -> later()
    }
  `)));
  it('in a set, in a range', finds(inCatch(`
    when (e.error) {
    //<^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope, already_exists
        in setOf("missing_token", "missing_scope") -> login()
        "already_exists" -> showTaken()
    }
    when (e.status) {
        in 500..599 -> later()
        401, 404 -> leave()
        else -> throw e
    }
  `.replace(/\n {4}when \(e\.status\)[^]*\n {4}\}/, ''))));
  it('on statuses and ranges', finds(inCatch(`
    when (e.response.status.value) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: server_error, entity_not_found, already_exists
        in 500..599 -> later()
        404,
        409 -> leave()
    }
  `)));
  it('on named statuses', finds(inCatch(`
    when (e.response.status) {
    //<^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found, already_exists
        HttpStatusCode.NotFound -> leave()
        HttpStatusCode.Conflict -> showTaken()
    }
  `, 'ResponseException')));
  it('an expression that is given back', silent(inClass(`
    fun textOf(e: PlusAuthException) = when (e.error) {
        "already_exists" -> "Taken"
        "invalid_entity" -> "Wrong"
        else -> "Something went wrong"
    }
  `)));
  it('a value whose else says nothing more than a branch', silent(inFunction(`
    val text = when (e.error) {
        "already_exists" -> "Taken"
        else -> e.message
    }
    show(text)
  `)));
  it('an enumeration must be complete', silent(inFunction(`
    when (ErrorCode.valueOf(e.error.uppercase())) {
        ErrorCode.ALREADY_EXISTS -> showTaken()
        ErrorCode.INVALID_ENTITY -> showForm()
    }
  `)));
  it('after it the errors are thrown', silent(inCatch(`
    when (e.error) {
        "already_exists" -> return showTaken()
    }
    throw e
  `)));
  it('guards are not followed, and break nothing around them', finds(inClass(`
    fun first(e: PlusAuthException) {
        when (e.error) {
            "already_exists" if retried -> showTaken()
            else if retried -> leave()
        }
    }

    fun second(e: PlusAuthException) {
        when (e.error) {
        //<^^^^^^^^^^^ unhandled-error without: already_exists
            "already_exists" -> showTaken()
        }
    }
  `)));
});

describe('Kotlin: chains', () => {
  it('a chain', finds(inCatch(`
    if (e.error == "already_exists") {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        showTaken()
    } else if (e.error.equals("invalid_entity", ignoreCase = true)) {
        showForm()
    }
  `)));
  it('an else', silent(inCatch(`
    if (e.error == "already_exists") showTaken() else throw e
  `)));
  it('a negated guard', silent(inCatch(`
    if (e.error != "already_exists") throw e
    showTaken()
  `)));
  it('a cast', finds(inCatch(`
    val code = (e as? PlusAuthException)?.error ?: return
    if (code == "already_exists") showTaken()
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `, 'Exception')));
  it('is', finds(inCatch(`
    if (e is PlusAuthException && e.error == "already_exists") showTaken()
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
  `, 'Exception')));
  it('in and !in', silent(inCatch(`
    if (e.error !in setOf("already_exists", "invalid_entity")) throw e
    showForm()
  `)));
  it('in', finds(inCatch(`
    if (e.error in listOf("missing_token", "invalid_audience")) login()
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_audience
  `)));
  it('a negated chain of calls', silent(inCatch(`
    if (!AUTH.contains(e.error)) throw e
    login()
  `).replace('suspend fun', 'private val AUTH = setOf("missing_token")\n\n    suspend fun')));
  it('if as a value', silent(inFunction(`
    val text = if (e.error == "already_exists") "Taken" else "Something went wrong"
    show(text)
  `)));
  it('let', finds(inCatch(`
    e.error?.let { code ->
        if (code == "already_exists") showTaken()
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
    }
  `)));
  it('a report in a text', silent(inCatch(`
    if (e.error == "already_exists") return showTaken()
    log.error("not created: $e")
  `)));
  it('a predicate', silent(inClass(`
    fun isRetryable(e: PlusAuthException) = e.error == "too_many_requests" || e.status >= 500
  `)));
});

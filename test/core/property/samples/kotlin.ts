import { inCatch, inClass, inFunction } from '../../languages/kotlin/sources';
import { sample, type Sample } from './sample';

export const kotlin: readonly Sample[] = [
  sample('Kotlin: when', inCatch(`
    when (e.error) {
        "already_exists", "entity_notfound" -> showTaken()
        "invalid_entity" -> {
            showForm()
        }
        "already_exists" -> rename()
    }
  `), 'kotlin'),
  sample('Kotlin: when with a variable', inFunction(`
    when (val status = e.status) {
        403 -> deny()
        in 500..599 -> later(status)
        404 -> return
    }
  `), 'kotlin'),
  sample('Kotlin: when without a subject', inFunction(`
    when {
        e.error == "missing_token" -> login()
        e.error == "already_exists" && e.status == 400 -> showTaken()
        else -> {}
    }
  `), 'kotlin'),
  sample('Kotlin: chain', inCatch(`
    if (e is PlusAuthException && e.error == "already_exists") {
        showTaken()
    } else if (e.error in setOf("invalid_entity", "invalid_audiance")) {
        showForm()
    }
  `, 'Exception'), 'kotlin'),
  sample('Kotlin: results and tables', inClass(`
    private val texts = mapOf(
        "already_exists" to "Taken",
        "invalid_entity" to "Wrong",
    )

    fun textOf(e: PlusAuthException) = texts[e.error]

    suspend fun create(user: User) {
        runCatching { plusAuth.users.create(user) }.onFailure { e ->
            if ((e as PlusAuthException).error == "already_exists") showTaken()
        }
    }

    suspend fun remove(id: String) {
        try {
            plusAuth.users.remove(id)
        } catch (e: PlusAuthException) {
        }
    }
  `), 'kotlin'),
];

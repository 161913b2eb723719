import { functions, type CodeSample } from './sample';

const IMPORTS = `import java.time.Duration
import kotlinx.coroutines.delay
import org.slf4j.LoggerFactory
`;

export const kotlin: CodeSample = {
  title: 'Kotlin', languageId: 'kotlin', extension: '.kt',
  head: `package com.acme.users\n\nimport com.plusauth.rest.PlusAuth\nimport com.plusauth.rest.PlusAuthException\n${IMPORTS}\nprivate val log = LoggerFactory.getLogger("users")\n`,
  plainHead: `package com.acme.shop\n\n${IMPORTS}`,
  handlers: functions(
    `
    /** «remark» */
    suspend fun save«Noun»«index»(form: «Noun»Form): User? {
        try {
            return plusAuth.users.create(NewUser(form.«noun», form.email))
        } catch (e: PlusAuthException) {
            when (e.error) {
                "«first»" -> log.warn("«noun»: {}", form.«noun»)
                "«second»" -> {
                    log.warn("«noun» again: {}", form.email)
                    metrics.count("«noun»", «number»)
                }
    «most»            else -> throw e
            }
        }
        return null
    }
    `,
    `
    fun remove«Noun»«index»(id: String) {
        try {
            plusAuth.users.remove(id)
        } catch (e: PlusAuthException) {
            when {
                e.error == "«first»" -> log.info("«noun» {} is gone", id)
                e.error == "«second»" && id.isNotBlank() -> log.warn("{} was not removed", id)
    «most»            else -> throw e
            }
        }
    }
    `,
  ),
  plain: functions(
    `
    /** «remark» */
    fun «verb»«Noun»«index»(tenant: String, limit: Int = «number»): List<«Noun»> {
        val found = repository.findAll(tenant)
            .filter { it.«other» != null && it.«other».size < limit }
            .map { it.copy(name = "«other»-\${it.id}") }
        check(found.isNotEmpty()) { "No «noun» for $tenant" }
        return found.take(limit)
    }
    `,
    `
    private fun count«Other»«index»(all: Iterable<«Noun»>): Map<String, Int> {
        val counts = mutableMapOf<String, Int>()
        for («noun» in all) {
            // «remark»
            counts[«noun».name] = (counts[«noun».name] ?: 0) + 1
            if (counts.size > «number») break
        }
        return counts
    }
    `,
    `
    suspend fun «verb»«Other»«index»(queue: ArrayDeque<«Noun»>) {
        var attempts = 0
        while (attempts++ < «number» && queue.isNotEmpty()) {
            val next = queue.removeFirst()
            try {
                store.«verb»(next.id, Duration.ofSeconds(«number»))
            } catch (e: java.io.IOException) {
                log.error("«noun» {} stays in the queue", next.id, e)
                queue.addLast(next)
                delay(«number»)
            }
        }
    }
    `,
    `
    fun describe«Noun»«index»(«noun»: «Noun», detailed: Boolean): String {
        val text = when («noun».state) {
            State.ACTIVE -> "active since \${«noun».since}"
            State.CLOSED -> "closed"
            else -> «noun».state.name.lowercase()
        }
        return if (detailed) "$text (\${«noun».«other»})" else text
    }
    `,
  ),
  free: {},
  type: {
    open: '/** Service «index» of the «noun»s. */\nclass «Noun»Service«index»(\n«client»    private val plusAuth: PlusAuth,\n    private val repository: «Noun»Repository,\n) {', close: '}', indent: '    ', words: {},
  },
  oneClass: true,
  branch: /^\s*"\w+" -> \{/,
  typed: 'if (attempt < 3) { log.info("tried again: {}", e.message); return retry(form, attempt + 1) } ',
};

import { checkFindings, checkSilent } from '../../../harness/check';
import { checkFix } from '../../../harness/fixes';
import { inClass, inFile, inFunction, KOTLIN } from './sources';

const finds = (source: string): (() => Promise<unknown>) => () => checkFindings(source, KOTLIN);
const silent = (source: string): (() => Promise<unknown>) => () => checkSilent(source, KOTLIN);

describe('Kotlin: results and clients', () => {
  it('runCatching and onFailure', finds(inClass(`
    suspend fun create(user: User) {
        runCatching { plusAuth.users.create(user) }
            .onSuccess { show(it) }
            .onFailure { e ->
                if (e is PlusAuthException && e.error == "already_exists") showTaken()
                //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
            }
    }
  `)));
  it('onFailure that somebody goes on from', silent(inClass(`
    suspend fun create(user: User) = runCatching { plusAuth.users.create(user) }
        .onFailure { e -> if (e is PlusAuthException && e.error == "already_exists") showTaken() }
        .getOrThrow()
  `)));
  it('getOrElse', silent(inClass(`
    suspend fun find(id: String): User? = runCatching { plusAuth.users.get(id) }.getOrElse { e ->
        when ((e as? PlusAuthException)?.error) {
            "entity_not_found" -> null
            else -> throw e
        }
    }
  `)));
  it('fold', finds(inClass(`
    suspend fun create(user: User) {
        runCatching { plusAuth.users.create(user) }.fold(
            onSuccess = { show(it) },
            onFailure = { e ->
                if ((e as PlusAuthException).error == "already_exists") {
                //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
                    showTaken()
                }
            },
        )
    }
  `)));
  it('Ktor', finds(inFile(`
    suspend fun create(user: User) {
        try {
            client.post("https://acme.plusauth.com/api/v1/users") { setBody(user) }
        } catch (e: ClientRequestException) {
            if (e.response.status == HttpStatusCode.Conflict) showTaken()
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, server_error
        }
    }
  `)));
  it('Ktor without exceptions', finds(inFile(`
    suspend fun create(user: User) {
        val response = client.post("https://acme.plusauth.com/api/v1/users") { setBody(user) }
        if (!response.status.isSuccess()) {
            val error = Json.parseToJsonElement(response.bodyAsText()).jsonObject["error"]?.jsonPrimitive?.content
            when (error) {
            //<^^^^^^^^^ unhandled-error without: already_exists
                "already_exists" -> showTaken()
            }
        }
    }
  `)));
  it('Retrofit', finds(inFile(`
    class UsersViewModel(private val plusAuthApi: PlusAuthApi) : ViewModel() {
        fun create(user: User) = viewModelScope.launch {
            try {
                plusAuthApi.create(user)
            } catch (e: HttpException) {
                when (e.code()) {
                //<^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
                    409 -> showTaken()
                    422 -> showForm()
                }
            }
        }
    }
  `)));
  it('a catch that does nothing', finds(inClass(`
    suspend fun remove(id: String) {
        try {
            plusAuth.users.remove(id)
        } catch (e: PlusAuthException) {
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ swallowed-error
        }
    }
  `)));
});

describe('Kotlin: tables, constants and enumerations', () => {
  it('a table', finds(inClass(`
    private val texts = mapOf(
              //^^^^^ unhandled-error without: already_exists, invalid_entity
        "already_exists" to "This address is taken.",
        "invalid_entity" to "Please check the form.",
    )

    fun textOf(e: PlusAuthException) = texts[e.error]
  `)));
  it('a table with a default', silent(inClass(`
    private val texts = mapOf("already_exists" to "Taken")

    fun first(e: PlusAuthException) = texts[e.error] ?: "Something went wrong"
    fun second(e: PlusAuthException) = texts.getOrDefault(e.error, "Something went wrong")
    fun third(e: PlusAuthException) = texts.getValue(e.error)
    fun fourth(e: PlusAuthException) = texts.getOrElse(e.error) { "Something went wrong" }
  `)));
  it('constants of a companion', finds(inClass(`
    fun handle(e: PlusAuthException) {
        when (e.error) {
        //<^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
            TAKEN -> showTaken()
            Codes.GONE -> leave()
        }
    }

    companion object {
        private const val TAKEN = "already_exists"
    }

    object Codes {
        const val GONE = "entity_not_found"
    }
  `)));
  it('an enumeration with wire values', silent(inFile(`
    enum class Code(val wire: String) {
        TAKEN("already_exists"),
        GONE("entity_not_found");

        companion object {
            fun of(wire: String) = entries.firstOrNull { it.wire == wire }
        }
    }

    fun handle(e: PlusAuthException) {
        when (Code.of(e.error)) {
            Code.TAKEN -> showTaken()
            Code.GONE -> leave()
            null -> throw e
        }
    }
  `)));
  it('members of an enumeration that are compared', finds(inFile(`
    enum class Code(val wire: String) {
        TAKEN("already_exists"),
        GONE("entity_not_found"),
    }

    fun handle(e: PlusAuthException) {
        if (e.error == Code.TAKEN.wire) showTaken()
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        else if (e.error == Code.GONE.wire) leave()
    }
  `)));
  it('misspelt names and statuses that do not fit', finds(inFunction(`
    if (e.error == "entity_notfound") throw e
                 //^^^^^^^^^^^^^^^^^ unknown-error
    if (e.error == "already_exists" && e.status == 400) throw e
                                                 //^^^ status-mismatch
    if (e.status == 403) throw e
                  //^^^ undocumented-status
    throw e
  `)));
});

describe('Kotlin: fixes', () => {
  for (const title of [/fallback/, /missing/, /invalid_entity/]) {
    it(`on one line: ${title.source}`, async () => {
      await checkFix(inFunction('when { e.error == "already_exists" -> showTaken(); e.error == "missing_token" -> logIn() }'), { code: 'unhandled-error', title }, undefined, KOTLIN);
    });
  }
});

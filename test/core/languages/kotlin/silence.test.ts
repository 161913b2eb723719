import { checkForeign, checkSilent } from '../../../harness/check';
import { inCatch, inClass, KOTLIN } from './sources';

const silent = (source: string): (() => Promise<unknown>) => () => checkSilent(source, KOTLIN);

describe('Kotlin: silence', () => {
  it('code that makes errors', silent(inClass(`
    fun fail(user: User): Nothing {
        if (exists(user)) call.respond(HttpStatusCode.Conflict, mapOf("error" to "already_exists", "status" to 409))
        throw PlusAuthException("entity_not_found", 404)
    }
  `)));
  it('mocks', silent(inClass(`
    @Test
    fun taken() {
        every { client.create(any()) } throws PlusAuthException("already_exists")
        assertEquals("already_exists", failure.error)
        failure.error shouldBe "missing_token"
    }
  `)));
  it('coverage that cannot be known', silent(inCatch(`
    when {
        e.error.startsWith("missing_") -> login()
        e.error == "already_exists" -> showTaken()
    }
  `)));
  it('another vendor', silent(inClass(`
    fun pay() {
        try {
            stripe.charge(card)
        } catch (e: StripeException) {
            if (e.code == "already_exists") skip()
        }
    }
  `)));
  it('OAuth code', () => checkForeign(`
    class TokenEndpoint {
        fun onError(e: OAuthException) {
            when (e.error) {
                "invalid_request" -> reject()
                "server_error" -> later()
                "invalid_grant" -> login()
            }
        }
    }
  `, KOTLIN));
  it('gRPC', () => checkForeign(`
    class Storage {
        fun put(e: StatusException) {
            when (e.status.code) {
                Status.Code.ALREADY_EXISTS -> skip()
                Status.Code.NOT_FOUND -> create()
                else -> {}
            }
        }
    }
  `, KOTLIN));
  it('translations', silent(`
    // Texts of PlusAuth's errors.
    val texts_tr = mapOf("already_exists" to "Zaten var", "missing_token" to "Belirteç yok")
  `));
  it('silenced', silent(inCatch(`
    // plusauth-errors-ignore-next-line unhandled-error
    if (e.error == "already_exists") showTaken()
  `)));
});

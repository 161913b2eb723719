import { checkFindings, checkForeign, checkSilent } from '../../../harness/check';
import { findingsOf } from '../../../harness/document';
import { afterCall, file, onError, RUBY } from './sources';

const silent = (source: string) => () => checkSilent(source, RUBY);
const foreign = (source: string) => () => checkForeign(source, RUBY);
const finds = (source: string) => () => checkFindings(source, RUBY);

describe('Ruby: code without PlusAuth', () => {
  it('OAuth', foreign(`
    def exchange(code)
      response = HTTParty.post('https://auth.example.com/oauth/token', body: { code: code })
      case response['error']
      when 'invalid_request' then nil
      when 'server_error' then retry_later
      end
    end
  `));
  it('gRPC’s names', foreign(`
    def on_error(e)
      case e.code
      when :already_exists then nil
      when :not_found then create
      end
    end
  `));
  it('a server that sends such errors', foreign(`
    def create
      render json: { error: 'already_exists' }, status: :conflict if User.exists?(params[:id])
    end
  `));
});

describe('Ruby: other code in a file that speaks of PlusAuth', () => {
  it('a producer', silent(file("def create\n  render json: { error: 'already_exists', status: 409 }, status: :conflict\nend\n")));
  it('a mock', silent(file(`stub_request(:post, "#{API}/users").to_return(status: 409, body: { error: 'already_exists' }.to_json)\n`)));
  it('translations', silent(file("TEXTS = { already_exists: 'Taken', invalid_entity: 'Wrong' }.freeze\n")));
  it('an expectation', silent(file("it 'fails' do\n  expect(error.code).to eq('already_exists')\nend\n")));
  it('a predicate', silent(file("def transient?(e)\n  e.error == 'too_many_requests' || e.status >= 500\nend\n")));
  it('a predicate of a list', silent(file("def transient?(e)\n  %w[too_many_requests server_error].include?(e.error)\nend\n")));
  it('the OAuth endpoints of the tenant', silent(file(`
    def token(code)
      response = HTTParty.post('https://acme.plusauth.com/oauth2/token', body: { code: code })
      return nil if response['error'] == 'invalid_request'

      response
    end
  `)));
  it('another vendor', silent(file(`
    def charge
      Stripe::Charge.create
    rescue Stripe::StripeError => stripe_error
      nil if stripe_error.code == 'already_exists'
    end
  `)));
  it('success', silent(afterCall('return res.body if res.status == 201\nraise "Failed: #{res.status}"')));
  it('a filter', silent(onError("e.errors.select { |x| x.error == 'already_exists' }")));
  it('a name that is stored', silent(onError("taken = e.error == 'already_exists'\nshow(taken)")));
});

describe('Ruby: context', () => {
  it('by a require', finds(`
    require 'plusauth/errors'

    def on_error(e)
      show_taken if e.error == 'already_exists'
                 #<^… unhandled-error without: already_exists
    end
  `));
  for (const [name, text] of [['Gemfile', "source 'https://rubygems.org'\ngem 'plusauth'\n"], ['acme.gemspec', "Gem::Specification.new do |s|\n  s.add_dependency 'plusauth', '~> 1'\nend\n"]] as const) {
    it(`by a ${name}`, () => checkFindings(`
      def on_error(e)
        show_taken if e.error == 'already_exists'
                   #<^… unhandled-error without: already_exists
      end
    `, { ...RUBY, files: { [name]: text } }));
  }
  it('by what a constructor makes', finds(`
    class Users
      def initialize
        @api = PlusAuth::Client.new('acme')
      end

      def add(user)
        @api.create_user(user)
      rescue ApiError => e
        show_taken if e.status == 409
                   #<^… unhandled-error without: already_exists
      end
    end
  `));
});

describe('Ruby: silencing comments', () => {
  it('on the line before', silent(onError("# plusauth-errors-ignore-next-line unhandled-error -- the form does the rest\nif e.error == 'already_exists'\n  show_taken\nend")));
  it('on the line', silent(onError("show_taken if e.error == 'already_exists' # plusauth-errors-ignore")));
  it('for the file', silent(`# plusauth-errors-ignore-file\n${onError("show_taken if e.error == 'already_exists'")}`));
  it('in a text is none', finds(onError(`
    x = "# plusauth-errors-ignore-next-line"
    show(x) if e.error == 'already_exists'
            #<^… unhandled-error without: already_exists
  `)));
});

describe('Ruby: half-typed and broken code', () => {
  for (const [what, source] of Object.entries({
    'an open text': "if e.error == 'already_ex",
    'a when without a body': "case e.error\nwhen 'already_exists'",
    'a case without branches': 'case e.error',
    'a rescue without an end': 'begin\n  plus_auth.users.create(u)\nrescue PlusAuth::Error => e',
    'an open bracket': "if %w[already_exists",
    'a modifier without a condition': 'return if ',
    'an open interpolation': 'x = "#{e.error',
    'a pattern that is open': "case e\nin { error: 'already_exists'",
  })) it(what, async () => void (await findingsOf(onError(source), RUBY)));
});

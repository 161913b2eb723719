import { checkFindings, checkSilent } from '../../../harness/check';
import { file, inRescue, onError, RUBY } from './sources';

const finds = (source: string) => () => checkFindings(source, RUBY);
const silent = (source: string) => () => checkSilent(source, RUBY);

describe('Ruby: hashes', () => {
  it('an index gives nothing for others', finds(file(`
    TEXTS = {
    #<^^^ unhandled-error without: already_exists, invalid_entity
      'already_exists' => 'Taken',
      'invalid_entity' => 'Wrong'
    }.freeze

    def text(e)
      TEXTS[e.error]
    end
  `)));
  it('an index with a default', silent(file(`
    TEXTS = { 'already_exists' => 'Taken' }.freeze

    def text(e)
      TEXTS[e.error] || 'Failed'
    end
  `)));
  it('keys that are symbols', finds(file(`
    TEXTS = { already_exists: 'Taken' }.freeze
    #<^^^ unhandled-error without: already_exists

    def text(e)
      TEXTS[e.error.to_sym]
    end
  `)));
  it('fetch raises', silent(file(`
    TEXTS = { 'already_exists' => 'Taken' }.freeze

    def text(e)
      TEXTS.fetch(e.error)
    end
  `)));
  it('fetch with a default and with a block', silent(file(`
    TEXTS = { 'already_exists' => 'Taken' }.freeze

    def text(e)
      show(TEXTS.fetch(e.error, 'Failed'))
      TEXTS.fetch(e.error) { |code| "Failed: #{code}" }
    end
  `)));
  it('lambdas, asked for first', finds(file(`
    HANDLERS = { 'already_exists' => ->(e) { show_taken(e) } }.freeze

    def on_error(e)
      HANDLERS[e.error].call(e) if HANDLERS.key?(e.error)
                                #<^… unhandled-error without: already_exists
    end
  `)));
});

describe('Ruby: rescue', () => {
  it('by a name of the body', finds(inRescue(`
    if JSON.parse(e.response[:body]).dig('error') == 'already_exists'
    #<^… unhandled-error without: already_exists
      show_taken
    end
  `)));
  it('that raises at the end', silent(file(`
    def add(user)
      RestClient.post("#{API}/users", user.to_json)
    rescue RestClient::ExceptionWithResponse => e
      return show_taken if JSON.parse(e.response.body)['error'] == 'already_exists'

      raise
    end
  `)));
  it('that tries again', silent(onError(`
    begin
      plus_auth.users.create(user)
    rescue PlusAuth::Error => e
      if e.error == 'already_exists'
        show_taken
      else
        retry
      end
    end
  `)));
  it('that logs', silent(inRescue(`
    if e.error == 'already_exists'
      show_taken
    else
      Rails.logger.error("Adding failed: #{e.message}")
    end
  `)));
  it('by classes for statuses', finds(file(`
    def add(user)
      plus_auth.post('/users', user)
    rescue PlusAuth::Error => error
      case error.error
      #<^… unhandled-error without: already_exists
      when 'already_exists' then show_taken
      end
    ensure
      done
    end
  `)));
  it('that does nothing', finds(file(`
    def add(user)
      plus_auth.users.create(user)
    rescue PlusAuth::Error
    #<^^^^^^^^^^^^^^^^^^^^ swallowed-error
    end
  `)));
  it('that does nothing, as a decision', silent(file(`
    def add(user)
      plus_auth.users.create(user)
    rescue PlusAuth::Error
      # best effort
    end
  `)));
  it('of other errors', silent(file(`
    def add(user)
      plus_auth.users.create(user)
    rescue KeyError, ArgumentError
    end
  `)));
  it('in a modifier', silent(onError('plus_auth.users.create(user) rescue nil')));
  it('handed to Rails', finds(file(`
    class UsersController < ApplicationController
      rescue_from PlusAuth::Error do |e|
        render json: { message: 'Gone' }, status: :not_found if e.error == 'entity_not_found'
                                                          #  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      end
    end
  `)));
  it('handed to Rails, with an answer for all others', silent(file(`
    class UsersController < ApplicationController
      rescue_from PlusAuth::Error do |e|
        if e.error == 'entity_not_found'
          head :not_found
        else
          render json: { message: e.message }, status: :bad_gateway
        end
      end
    end
  `)));
  it('in a block of a loop', finds(file(`
    def add(users)
      users.each do |user|
        plus_auth.users.create(user)
      rescue PlusAuth::Error => e
        next if e.error == 'already_exists'
             #<^… unhandled-error without: already_exists
      end
    end
  `)));
});

describe('Ruby: other findings', () => {
  it('a name that is none', finds(onError(`
    return if e.error == 'entity_notfound'
                     #   ^^^^^^^^^^^^^^^^^ unknown-error

    raise e
  `)));
  it('a symbol that is none', finds(onError(`
    return if e.error == :entity_notfound
                     #   ^^^^^^^^^^^^^^^^ unknown-error

    raise e
  `)));
  it('a status that does not go with a name', finds(onError(`
    raise e unless e.error == 'already_exists' && e.status == 400
                                                          #   ^^^ status-mismatch
  `)));
  it('a status that nothing has', finds(onError(`
    return forbid if e.status == 403
                         #       ^^^ undocumented-status

    raise e
  `)));
  it('a branch that was taken', finds(onError(`
    case e.error
    when 'already_exists' then show_taken
    when 'already_exists' then again
    #<^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-branch
    else raise e
    end
  `)));
});

import { checkFindings, checkSilent } from '../../../harness/check';
import { afterCall, file, inRescue, onError, RUBY } from './sources';

const finds = (source: string) => () => checkFindings(source, RUBY);
const silent = (source: string) => () => checkSilent(source, RUBY);

describe('Ruby: case and when', () => {
  it('on an attribute', finds(onError(`
    case e.error
    #<^… unhandled-error without: already_exists, invalid_entity
    when 'already_exists'
      show_taken
    when "invalid_entity" then show_form
    end
  `)));
  it('with several values', finds(onError(`
    case e.error
    #<^… unhandled-error without: already_exists, invalid_entity
    when 'already_exists', 'invalid_entity'
      show_form
    end
  `)));
  it('with symbols', finds(onError(`
    case e.error.to_sym
    #<^… unhandled-error without: already_exists, missing_scope
    when :already_exists then show_taken
    when :missing_scope
      ask
    end
  `)));
  it('with a fallback', silent(onError(`
    case e.error
    when 'already_exists'
      show_taken
    else
      raise e
    end
  `)));
  it('with an empty fallback', finds(onError(`
    case e.error
    when 'already_exists'
      show_taken
    else
    #<^^ swallowed-error
    end
  `)));
  it('with an empty fallback that is a decision', silent(onError(`
    case e.error
    when 'already_exists'
      show_taken
    else
      # the others cannot happen here
    end
  `)));
  it('on a body', finds(inRescue(`
    body = JSON.parse(e.response_body)
    case body['error']
    #<^… unhandled-error without: already_exists
    when 'already_exists'
      show_taken
    end
  `)));
  it('on statuses, by number and by name', finds(onError(`
    case e.status
    #<^… unhandled-error without: entity_not_found, already_exists
    when 404
      nil
    when :conflict
      show_taken
    end
  `)));
  it('on a range of statuses', finds(inRescue(`
    case e.response_status
    #<^… unhandled-error without: too_many_requests, server_error
    when 429, 500..599
      wait
    end
  `)));
  it('with a list', finds(file(`
    FORM = %w[already_exists invalid_entity].freeze

    def on_error(e)
      case e.error
      #<^… unhandled-error without: already_exists, invalid_entity, missing_scope
      when *FORM
        show_form
      when 'missing_scope'
        ask
      end
    end
  `)));
  it('without a subject', finds(onError(`
    case
    #<^^ unhandled-error without: already_exists, server_error
    when e.error == 'already_exists'
      show_taken
    when e.status >= 500
      wait
    end
  `)));
  it('as a value', finds(onError(`
    text = case e.error
          #^^^^^^^^^^^^ unhandled-error without: already_exists
           when 'already_exists' then 'Taken'
           end
    show(text)
  `)));
  it('as the value of a method, with an else', silent(onError(`
    case e.error
    when 'already_exists' then 'Taken'
    else 'Failed'
    end
  `)));
  it('on names of constants', finds(file(`
    module Codes
      TAKEN = 'already_exists'
      GONE = 'entity_not_found'
    end

    def on_error(e)
      case e.error
      #<^… unhandled-error without: already_exists, entity_not_found
      when Codes::TAKEN then show_taken
      when Codes::GONE
        nil
      end
    end
  `)));
  it('with a regular expression is not known', silent(onError(`
    case e.error
    when /^missing_/ then login
    when 'already_exists' then show_taken
    end
  `)));
});

describe('Ruby: case and in', () => {
  it('raises what no pattern takes', silent(onError(`
    case e.error
    in 'already_exists' then show_taken
    in 'invalid_entity' | 'missing_scope'
      show_form
    end
  `)));
  it('with an empty else', finds(onError(`
    case { error: e.error, status: e.status }
    in { error: 'already_exists' }
      show_taken
    else
      raise e
    end
    case e
    in { error: 'already_exists' | 'invalid_entity' }
      show_taken
    else
    #<^^ swallowed-error
    end
  `)));
  it('with a name for the rest', silent(onError(`
    case e.error
    in 'already_exists' then show_taken
    in other then report(other)
    end
  `)));
});

describe('Ruby: if and its kin', () => {
  it('a chain', finds(onError(`
    if e.error == 'already_exists'
    #<^… unhandled-error without: already_exists, invalid_entity
      show_taken
    elsif e.error == 'invalid_entity'
      show_form
    end
  `)));
  it('with an else', silent(onError(`
    if e.error == 'already_exists'
      show_taken
    else
      raise e
    end
  `)));
  it('guards behind their statements', finds(onError(`
    return show_taken if e.error == 'already_exists'
                    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_scope
    return ask if e&.error == :missing_scope
  `)));
  it('guards with a value behind them', silent(onError(`
    return 'Taken' if e.error == 'already_exists'
    return 'Wrong' if e.error == 'invalid_entity'
    'Something went wrong'
  `)));
  it('guards that are raised behind', silent(onError(`
    return show_taken if e.error == 'already_exists'
    raise
  `)));
  it('unless: the others are raised', silent(onError(`
    raise e unless e.error == 'already_exists'
    show_taken
  `)));
  it('unless as a block', silent(onError(`
    unless e.error == 'already_exists'
      raise e
    end
    show_taken
  `)));
  it('in a list of words', finds(onError(`
    if %w[already_exists invalid_entity].include?(e.error)
    #<^… unhandled-error without: already_exists, invalid_entity
      show_form
    end
  `)));
  it('in a list of the file, and the other way round', finds(file(`
    FORM = Set.new(%w[already_exists invalid_entity]).freeze

    def on_error(e)
      if FORM.include?(e.error) || e.error.in?(%w[missing_scope])
      #<^… unhandled-error without: already_exists, invalid_entity, missing_scope
        show_form
      end
    end
  `)));
  it('a ternary has its else', silent(onError("e.error == 'already_exists' ? show_taken : raise(e)")));
  it('statuses of a response', finds(afterCall(`
    if res.status == 404
    #<^… unhandled-error without: entity_not_found, server_error
      nil
    elsif res.status.between?(500, 599)
      wait
    end
  `)));
  it('a code that is made a number', finds(file(`
    def add(user)
      response = Net::HTTP.post(URI("#{API}/users"), user.to_json)
      case response.code.to_i
      #<^… unhandled-error without: already_exists
      when 409
        show_taken
      end
    end
  `)));
  it('a prefix is not known', silent(onError(`
    if e.error.start_with?('invalid_')
      show_form
    elsif e.error == 'already_exists'
      show_taken
    end
  `)));
});

describe('Ruby: loops in blocks', () => {
  const retried = (mark: string, behind: string): string => file(`
    def add_all(users)
      users.each do |user|
        failure = nil
        while true
          begin
            Faraday.post("#{API}/users", user.to_json)
            return
          rescue Faraday::Error => e
            failure = e
            body = JSON.parse(e.response_body)
            if body['error'] == 'too_many_requests'${mark}
              next
            end
            break
          end
        end
        ${behind}
      end
    end
  `);
  it('go on behind a break', silent(retried('', 'raise failure if failure')));
  it('let vanish what nobody asks for behind it', finds(retried('\n            #<^… unhandled-error without: too_many_requests', 'puts user')));
  it('hand values back from blocks in them', silent(file(`
    def add_all(users)
      while users.any?
        users.map do |user|
          Faraday.post("#{API}/users", user.to_json)
        rescue Faraday::Error => e
          body = JSON.parse(e.response_body)
          next 'taken' if body['error'] == 'already_exists'
          next "failed: #{body['error']}"
        end
      end
    end
  `)));
});

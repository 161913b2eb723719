import { afterCall, file, inRescue, onError } from '../../languages/ruby/sources';
import { sample, type Sample } from './sample';

export const ruby: readonly Sample[] = [
  sample('Ruby: case', onError(`
    case e.error
    when 'already_exists'
      show_taken # at the field
    when "entity_notfound", 'already_exists' then return
    end
  `), 'ruby'),
  sample('Ruby: statuses', onError(`
    case e.status
    when 403 then deny
    when :not_found
      return nil
    end
  `), 'ruby'),
  sample('Ruby: symbols', onError(`
    return show_taken if e.error == :already_exists

    if %i[invalid_entity missing_scop].include?(e.error)
      show_form
    elsif e.error == :missing_token && e.status == 400
      login
    end
  `), 'ruby'),
  sample('Ruby: patterns', onError(`
    case e
    in { error: 'already_exists' | 'invalid_entity' } if attempt < 3
      show_form
    in PlusAuth::Error(status: 404)
      return
    else
    end
  `), 'ruby'),
  sample('Ruby: chains', inRescue(`
    body = JSON.parse(e.response_body)
    unless body['error'] == 'missing_scope'
      show_form
    end
    if body['error'] == 'already_exists'
      show_taken
    elsif body['error'] == "invalid_entity"
      show_form
    elsif body['error'] == 'already_exists'
      again
    end
  `), 'ruby'),
  sample('Ruby: hashes', file(`
    TEXTS = {
      'already_exists' => 'Taken',
      'invalid_entity' => 'Wrong'
    }.freeze
    SHORT = { missing_token: 'Log in' }.freeze

    def text(e)
      TEXTS[e.error]
    end

    def short(e)
      SHORT[e.error.to_sym]
    end
  `), 'ruby'),
  sample('Ruby: rescue', file(`
    # Users of PlusAuth: case e.error when 'already_exists'
    class Users
      def add(user)
        plus_auth.users.create(user)
      rescue PlusAuth::Error
      end

      def all
        begin
          plus_auth.users.get_all(1)
        rescue StandardError => e
          logger.info('none')
        end
        plus_auth.users.remove(1) rescue nil
      rescue PlusAuth::Error, Timeout::Error => e
        case e.error when 'already_exists' then nil end
        raise unless e.error == 'too_many_requests'
      ensure
        done
      end
    end
  `), 'ruby'),
  sample('Ruby: responses', afterCall(`
    unless res.success?
      error = JSON.parse(res.body)['error']
      show_taken if error == 'already_exists'
      case res.status when 429, 500..599 then wait end
    end
    res.body
  `), 'ruby'),
];

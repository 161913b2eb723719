# frozen_string_literal: true

require 'faraday'
require 'json'
require 'logger'

# Invites users through PlusAuth's REST API.
class UserInvitations
  API = 'https://acme.plusauth.com/api/v1'

  def initialize(token, logger: Logger.new($stdout))
    @logger = logger
    @plus_auth = Faraday.new(url: API, headers: { 'Authorization' => "Bearer #{token}" }) do |connection|
      connection.request :json
      connection.response :raise_error
    end
  end

  # The `case` forgets eleven errors: they vanish, and the caller believes that the user was invited.
  def invite(email)
    @plus_auth.post('users', { email: email })
  rescue Faraday::Error => e
    body = JSON.parse(e.response_body)
    case body['error']
    when 'already_exists'
      @logger.info("Invited before: #{email}")
    when 'invalid_entity'
      @logger.warn("No e-mail address: #{email}")
    when 'plan_limit_exceeded'
      @logger.fatal('The plan is used up')
    end
  end

  # `fetch` with a default receives the rest: nothing vanishes. But one of the symbols is misspelt.
  def text_of(error)
    return 'This user is gone.' if error == :entity_notfound

    { already_exists: 'This address is taken.' }.fetch(error, 'Something went wrong.')
  end
end

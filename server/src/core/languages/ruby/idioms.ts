import type { Idioms } from '../language';

const status = (from: number, to = from): readonly [number, number] => [from, to];
/** Classes of Faraday, RestClient, Net::HTTP and their like by what their names say. */
const CLASSES: readonly (readonly [names: string, from: number, to?: number])[] = [
  ['BadRequest', 400], ['Unauthorized', 401], ['PaymentRequired', 402], ['Forbidden', 403], ['NotFound', 404], ['Conflict', 409], ['Gone', 410], ['UnprocessableEntity', 422], ['UnprocessableContent', 422],
  ['TooManyRequests', 429], ['InternalServer', 500, 599], ['Server', 500, 599],
];

export const idioms: Idioms = {
  membership: new Set(['include?', 'member?', 'key?', 'has_key?', 'includes?', 'cover?']),
  membershipFunctions: new Set(),
  lookup: new Set(['fetch', 'dig', 'delete', 'values_at']),
  fields: new Set(['fetch', 'dig', 'delete']),
  loudLookup: new Set(['fetch']),
  transparent: new Set(['JSON.parse', 'JSON.load', 'JSON', 'Oj.load', 'MultiJson.load', 'String', 'Integer', 'Array', 'ActiveSupport.JSON.decode', 'force_encoding', 'to_i', 'dup', 'symbolize_keys', 'read_body']),
  collections: new Set(['Set.new', 'Array', 'Hash']),
  rejection: new Set(['rescue_from', 'rescue', 'on_error']),
  success: /^(?:true|:ok|:success|Success\(.*\)|head(?:\(|\s+):(?:ok|no_content)\)?|\{\s*(?:ok|success)(?::|"?\s*=>)\s*true\b.*\})$/s,
  nothing: /^(?:|nil|''|""|false|\{\s*\}|\[\s*\])$/,
  statusClasses: Object.fromEntries(CLASSES.flatMap(([name, from, to]) => [[`${name}Error`, status(from, to ?? from)], ...(name === 'Server' ? [] : [[name, status(from, to ?? from)]])])) as Record<string, readonly [number, number]>,
  statusMethods: {
    'client_error?': status(400, 499), 'server_error?': status(500, 599), 'not_found?': status(404), 'unauthorized?': status(401), 'conflict?': status(409), 'bad_request?': status(400), 'too_many_requests?': status(429), 'forbidden?': status(403),
    'successful?': status(200, 299),
  },
  // A hash or a text cannot be raised.
  throwable: (name, type, compared) => !new RegExp(`^${name}\\s*(?:&?\\.(?:fetch|dig)\\b|\\[)`).test(compared) && (type === undefined ? /^(?:e|ex|err|exc|error|exception)$|(?:_err|_error|_exception)$/.test(name) : true),
  neutralModules:
    /^(?:\.|(?:faraday|net|httparty|rest-client|rest_client|http|httpx|excon|typhoeus|json|oj|uri|set|logger|time|date|securerandom|openssl|base64|digest|fileutils|pathname|yaml|erb|csv|bundler|rails|action\w*|active\w*|sinatra|rack|hanami|grape|roda|puma|sidekiq|rspec|minitest|webmock|vcr|dotenv|dry|concurrent|zeitwerk|spec_helper|rails_helper|test_helper)(?:$|[/_-]))/,
};

import type { Idioms } from '../language';

export const idioms: Idioms = {
  membership: new Set(['contains', 'has', 'offsetExists', 'containsStrict', 'hasKey']),
  membershipFunctions: new Set(),
  lookup: new Set(['get']),
  transparent: new Set([
    'json_decode', 'strtolower', 'strtoupper', 'trim', 'strval', 'intval', 'getResponse', 'getBody', 'getContents', 'getContent', 'toArray', 'json', 'object', 'body', 'collect', 'getStatusCode', 'getCode', 'status', 'getMessage',
    '__toString', 'toString', 'toPsrResponse', 'response', 'stream_get_contents',
  ]),
  collections: new Set(['collect', 'array_keys', 'array_flip', 'array_values', 'ArrayObject', '\\ArrayObject', 'ArrayIterator', 'Collection', 'Map', 'Set']),
  rejection: new Set(['otherwise', 'onError']),
  success: /^(?:true|(?:\[|array\()\s*['"](?:ok|success|succeeded)['"]\s*=>\s*true\b.*|response\(\)->(?:noContent\(\)|json\(\s*\[\s*['"](?:ok|success)['"]\s*=>\s*true\b.*)|['"](?:ok|success)['"])$/is,
  nothing: /^(?:|null|''|""|false|\[\s*\]|array\(\s*\))$/i,
  // Whatever a parameter is called, an array is no exception.
  throwable: (name, type, compared) => (type === undefined ? !compared.startsWith(`$${name}[`) : /(?:Exception|Throwable|Error)\b/.test(type)),
  opaque: /(?:^|[\\|\s])(?:Throwable|Exception|\w*GuzzleException|TransferException)$/,
  statusClasses: {
    ClientException: [400, 499], ServerException: [500, 599], BadResponseException: [400, 599],
    ClientExceptionInterface: [400, 499], ServerExceptionInterface: [500, 599], HttpExceptionInterface: [400, 599],
  },
  statusMethods: {
    failed: [400, 599], clientError: [400, 499], serverError: [500, 599], successful: [200, 299], ok: [200, 200], badRequest: [400, 400], unauthorized: [401, 401], notFound: [404, 404],
    conflict: [409, 409], unprocessableEntity: [422, 422], unprocessableContent: [422, 422], tooManyRequests: [429, 429], redirect: [300, 399],
  },
  // Namespaces say little: an application's own classes are imported like a vendor's. These belong to services that have errors of their own.
  neutralModules: /^(?!\\?(?:Stripe|Google|Aws|Auth0|Okta|Twilio|Facebook|Kreait|Keycloak|Mollie|PayPal|Braintree|Omnipay|Algolia|MongoDB|Elastic|Elasticsearch|League\\OAuth2|Laravel\\(?:Socialite|Passport)|Jumbojett|Microsoft|Github|Gitlab)(?:\\|$))/i,
};

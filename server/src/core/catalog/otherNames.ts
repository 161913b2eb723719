/** Where a name that is none of the 14 comes from: OAuth 2.0 and OpenID Connect, PlusAuth's login (Web API) pages, or a client library. */
export type OtherOrigin = 'oauth' | 'login' | 'client';

/** An error name of another API, which is never a misspelling of the 14. */
export interface OtherName {
  readonly name: string;
  readonly origin: OtherOrigin;
  /** The document or library that defines it; a proper name, so not translated. */
  readonly source: string;
}

const ROWS: readonly (readonly [name: string, origin: OtherOrigin, source: string])[] = [
  ['access_denied', 'oauth', 'RFC 6749, RFC 8628, RFC 8935'],
  ['account_blocked', 'login', 'PlusAuth login pages'],
  ['account_selection_required', 'oauth', 'OpenID Connect Core'],
  ['authentication_failed', 'oauth', 'RFC 8935'],
  ['authorization_pending', 'login', 'PlusAuth login pages, RFC 8628'],
  ['code_already_used', 'login', 'PlusAuth login pages'],
  ['code_expired', 'login', 'PlusAuth login pages'],
  ['consent_required', 'oauth', 'OpenID Connect Core'],
  ['email_not_verified', 'login', 'PlusAuth login pages'],
  ['expired_login_hint_token', 'oauth', 'CIBA'],
  ['expired_token', 'oauth', 'RFC 8628'],
  ['field_required', 'login', 'PlusAuth login pages'],
  ['incompatible_ace_profiles', 'oauth', 'RFC 9200'],
  ['incorrect_code', 'login', 'PlusAuth login pages'],
  ['insufficient_scope', 'oauth', 'RFC 6750'],
  ['insufficient_user_authentication', 'oauth', 'RFC 9470'],
  ['interaction_required', 'oauth', 'OpenID Connect Core'],
  ['invalid_authorization_details', 'oauth', 'RFC 9396'],
  ['invalid_binding_message', 'oauth', 'CIBA'],
  ['invalid_client', 'oauth', 'RFC 6749'],
  ['invalid_client_metadata', 'oauth', 'RFC 7591'],
  ['invalid_code', 'login', 'PlusAuth login pages'],
  ['invalid_credentials', 'login', 'PlusAuth login pages'],
  ['invalid_dpop_proof', 'oauth', 'RFC 9449'],
  ['invalid_grant', 'oauth', 'RFC 6749'],
  ['invalid_key', 'oauth', 'RFC 8935'],
  ['invalid_metadata', 'oauth', 'OpenID Federation'],
  ['invalid_password', 'login', 'PlusAuth login pages'],
  ['invalid_redirect_uri', 'oauth', 'RFC 7591'],
  ['invalid_request_object', 'oauth', 'RFC 9101, OpenID Connect Core'],
  ['invalid_request_uri', 'oauth', 'RFC 9101, OpenID Connect Core'],
  ['invalid_scope', 'oauth', 'RFC 6749'],
  ['invalid_software_statement', 'oauth', 'RFC 7591'],
  ['invalid_subject', 'oauth', 'OpenID Federation'],
  ['invalid_target', 'oauth', 'RFC 8707'],
  ['invalid_token', 'oauth', 'RFC 6750'],
  ['invalid_trust_anchor', 'oauth', 'OpenID Federation'],
  ['invalid_trust_chain', 'oauth', 'OpenID Federation'],
  ['invalid_user_code', 'oauth', 'CIBA'],
  ['login_required', 'oauth', 'OpenID Connect Core'],
  ['missing_user_code', 'oauth', 'CIBA'],
  ['need_info', 'oauth', 'UMA 2.0'],
  ['not_found', 'oauth', 'OpenID Federation'],
  ['old_password', 'login', 'PlusAuth login pages'],
  ['pa.authentication_canceled', 'client', 'plusauth-oidc-android'],
  ['pa.browser.closed', 'client', 'plusauth-oidc-android'],
  ['pa.empty_body', 'client', 'plusauth-oidc-android'],
  ['pa.internal.unknown', 'client', 'plusauth-oidc-android'],
  ['pa.no_available_browser', 'client', 'plusauth-oidc-android'],
  ['pa.plain', 'client', 'plusauth-oidc-android'],
  ['passwords_not_match', 'login', 'PlusAuth login pages'],
  ['registration_not_supported', 'oauth', 'OpenID Connect Core'],
  ['request_denied', 'oauth', 'UMA 2.0'],
  ['request_not_supported', 'oauth', 'RFC 9101, OpenID Connect Core'],
  ['request_submitted', 'oauth', 'UMA 2.0'],
  ['request_uri_not_supported', 'oauth', 'RFC 9101, OpenID Connect Core'],
  ['session_error', 'client', 'oidc-client-js (event names)'],
  ['silent_renew_error', 'client', 'oidc-client-js (event names)'],
  ['slow_down', 'oauth', 'RFC 8628'],
  ['temporarily_unavailable', 'oauth', 'RFC 6749'],
  ['transaction_failed', 'oauth', 'CIBA'],
  ['unapproved_software_statement', 'oauth', 'RFC 7591'],
  ['unauthorized_client', 'oauth', 'RFC 6749'],
  ['unknown_user_id', 'oauth', 'CIBA'],
  ['unmet_authentication_requirements', 'oauth', 'OpenID Connect'],
  ['unsupported_grant_type', 'oauth', 'RFC 6749'],
  ['unsupported_parameter', 'oauth', 'OpenID Federation'],
  ['unsupported_pop_key', 'oauth', 'RFC 9200'],
  ['unsupported_response_type', 'oauth', 'RFC 6749'],
  ['unsupported_token_type', 'oauth', 'RFC 7009'],
  ['use_dpop_nonce', 'oauth', 'RFC 9449'],
  ['user_cancelled', 'oauth', 'CIBA'],
  ['user_not_found', 'login', 'PlusAuth login pages'],
  ['verification_email_sent', 'login', 'PlusAuth sign-up response (a success message)'],
  ['weak_password', 'login', 'PlusAuth login pages'],
  ['xhr_request', 'login', 'PlusAuth login pages'],
];

const byName = new Map(ROWS.map(([name, origin, source]) => [name, { name, origin, source }]));

/** Names of OAuth, OpenID Connect, PlusAuth's own login pages and clients: never taken for a misspelling. */
export const KNOWN_OTHER_NAMES: ReadonlySet<string> = new Set(byName.keys());

/** What is known about a name outside the catalogue, or undefined. */
export const otherName = (name: string): OtherName | undefined => byName.get(name);

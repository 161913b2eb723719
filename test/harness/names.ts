/** The documented errors, written down a second time: a test that took them from the catalogue could not see a name get lost there. */
export const CATALOG_STATUS: Readonly<Record<string, number>> = {
  invalid_request: 400,
  unsupported_view_template: 400,
  plan_limit_exceeded: 402,
  invalid_audience: 401,
  invalid_issuer: 401,
  invalid_authorization_scheme: 401,
  missing_scope: 401,
  missing_token: 401,
  unauthorized_user: 401,
  entity_not_found: 404,
  already_exists: 409,
  invalid_entity: 422,
  too_many_requests: 429,
  /** Every status from 500 to 599. */
  server_error: 500,
};

export const CATALOG_NAMES: readonly string[] = Object.keys(CATALOG_STATUS);

import { speaksOfPlusAuth } from '../context/evidence';
import type { Origin } from '../model/handler';
import type { LoggedRequest } from './record';

const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const METHOD = new RegExp(`^(?:${METHODS})$`, 'i');
/** What stands first in a path of PlusAuth's REST API. */
const RESOURCES = 'clients|connections|custom-domain|hooks|jobs|keys|logs|mfa|module-settings|providers|resources|role-groups|roles|templates|tenants|tickets|users|views';
const API_PATH = new RegExp(`^/api/v\\d+/(?:${RESOURCES})(?:[/?#]|$)`);
/** Of the tenant itself, but not of its REST API. */
const LOGIN_PATH = /^\/(?:oauth2?|oidc|connect|\.well-known)\/|\/(?:authorize|token|userinfo|introspect|revoke)(?:$|[?#])/i;
const LOOPBACK = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[)/;
const ADDRESS = /^(?:https?:)?\/\/([^/\s?#]+)([^?#]*)/i;
const IN_SENTENCE = new RegExp(
  String.raw`(?<![\w-])(${METHODS})\b(?: request)?(?: (?:for|to|on))?:? {1,3}\\?["'\x60]?(https?://[^\s"'\x60<>\\]+|/[^\s"'\x60<>\\]*)`,
);
const ADDRESS_IN_SENTENCE = /https?:\/\/[^\s"'`<>\\]+\/api\/v\d[^\s"'`<>\\]*/i;

/** Whether a path, without host, is one of PlusAuth's REST API. Another product may have the same. */
export const isApiPath = (path: string | undefined): boolean => path !== undefined && API_PATH.test(path);

/** Whether a text can tell of a request to PlusAuth's API: the search before any reading. Slashes may be escaped. */
export const holdsApiPath = (text: string): boolean => /\/api\\?\/v\d/.test(text);

/** A request by its method and its address or path; undefined without either. */
export function requestOf(method: string | undefined, address: string | undefined, base?: string): LoggedRequest | undefined {
  const verb = method !== undefined && METHOD.test(method) ? method.toUpperCase() : undefined;
  const whole = base !== undefined && address !== undefined && !ADDRESS.test(address) ? `${base.replace(/\/$/, '')}/${address.replace(/^\//, '')}` : (address ?? base);
  const absolute = whole === undefined ? null : ADDRESS.exec(whole);
  const path = absolute ? (absolute[2] === '' ? '/' : absolute[2]) : whole?.startsWith('/') ? whole.replace(/[?#].*$/s, '') : undefined;
  if (path === undefined && (verb === undefined || absolute)) return undefined;
  return { method: verb, path: path?.replace(/[).,;:\]}]+$/, ''), host: absolute?.[1]?.replace(/^[^@]*@/, '').replace(/:\d+$/, '').toLowerCase() };
}

/** The request a sentence tells of: `POST /api/v1/users`, `409 Conflict on POST request for "https://…"`, or a bare address of an API. */
export function requestIn(text: string): LoggedRequest | undefined {
  const match = IN_SENTENCE.exec(text);
  if (match) return requestOf(match[1], match[2]);
  const address = ADDRESS_IN_SENTENCE.exec(text);
  return address ? requestOf(undefined, address[0]) : undefined;
}

/** What a request says about where its answer comes from. */
export function originOf({ path, host }: LoggedRequest): Origin {
  if (path !== undefined && LOGIN_PATH.test(path)) return 'foreign';
  if (host === undefined || LOOPBACK.test(host)) return 'unknown';
  return speaksOfPlusAuth(host) ? (isApiPath(path) || path === undefined ? 'plusauth' : 'unknown') : 'foreign';
}

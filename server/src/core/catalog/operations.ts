import { ERROR_NAMES, byLikelihood } from './names';

/** How strongly an operation suggests an error. A hint for the order of suggestions, never a claim that another error cannot come. */
export type Weight = 'high' | 'medium' | 'general';

export interface PlausibleError {
  readonly name: string;
  readonly weight: Weight;
}

/** Every call authenticates, can be throttled and can be malformed. */
const GENERAL = [
  'invalid_request', 'missing_token', 'invalid_authorization_scheme', 'invalid_issuer', 'invalid_audience',
  'missing_scope', 'unauthorized_user', 'too_many_requests', 'server_error',
];

/** What one letter of an operation's code adds to the general errors. */
const LETTERS: Readonly<Record<string, PlausibleError>> = {
  e: { name: 'invalid_entity', weight: 'high' },
  n: { name: 'entity_not_found', weight: 'high' },
  A: { name: 'already_exists', weight: 'high' },
  a: { name: 'already_exists', weight: 'medium' },
  p: { name: 'plan_limit_exceeded', weight: 'medium' },
  v: { name: 'unsupported_view_template', weight: 'high' },
};

/** Calls of the JavaScript SDK by client property; `tickets` is exported by the SDK but is no property of its client. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  administrators: { invite: 'enAp', getAll: 'n', remove: 'n', assignPermissions: 'ena', unassignPermissions: 'en' },
  clients: { getAll: '', create: 'eAp', get: 'n', update: 'enap', remove: 'n' },
  connections: { getAll: '', create: 'eAp', get: 'n', update: 'enap', remove: 'n' },
  customDomains: { getAll: '', register: 'eAp', get: 'n', remove: 'n', verifyOwnership: 'n' },
  hooks: { getAll: '', create: 'eAp', get: 'n', update: 'ena', remove: 'n' },
  jobs: { getAll: '', create: 'eA', get: 'n', remove: 'n', getExecutions: 'n', getExecutionDetails: 'n', getExecutionLogs: 'n' },
  keys: { get: '', rotate: '', revoke: 'n' },
  logs: { getAll: '' },
  mfa: { getAll: '', create: 'eAp', get: 'n', update: 'enp', remove: 'n' },
  moduleSettings: { get: 'n', update: 'enp' },
  providers: { getEmailSettings: '', updateEmailSettings: 'e' },
  resources: {
    getAll: '', create: 'eAp', get: 'n', update: 'ena', remove: 'n',
    getPermissions: 'n', createPermission: 'enAp', removePermission: 'n',
    getAuthorizedClients: 'n', authorizeClients: 'ena', unauthorizeClients: 'en',
    getAssignedPermissionsToClient: 'n', authorizePermissionsToClient: 'ena', unauthorizePermissionsFromClient: 'en',
  },
  roleGroups: {
    getAll: '', create: 'eAp', get: 'n', update: 'ena', remove: 'n',
    getRoles: 'n', assignRoles: 'ena', unassignRoles: 'en', getUsers: 'n',
  },
  roles: {
    getAll: '', create: 'eAp', get: 'n', update: 'ena', remove: 'n',
    getPermissions: 'n', assignPermissions: 'ena', unassignPermissions: 'en', getUsers: 'n',
  },
  templates: { get: 'n', update: 'en', reset: 'n' },
  tenants: { create: 'eAp', remove: 'n', getStats: 'n', getSettings: 'n', updateSettings: 'enp', getSubscription: 'n' },
  tickets: { createPasswordResetTicket: 'en', getVerifyEmailTickets: '', createVerifyEmailTicket: 'en' },
  users: {
    getAll: '', create: 'eAp', get: 'n', update: 'ena', remove: 'n', getRbac: 'n', removeCredential: 'n', linkIdentity: 'ena',
    getPermissions: 'n', assignPermissions: 'ena', unassignPermissions: 'en', getRoles: 'n', assignRoles: 'ena', unassignRoles: 'en',
    getRoleGroups: 'n', assignRoleGroups: 'ena', unassignRoleGroups: 'en', getSessions: 'n', endSessions: 'n', endSession: 'n',
  },
  views: { get: 'v', update: 'ev' },
};

/** Names of methods before the SDK's version 2.0.0. */
const OLD_METHODS: Readonly<Record<string, string>> = {
  addPermissions: 'assignPermissions',
  removePermissions: 'unassignPermissions',
  addRoles: 'assignRoles',
  removeRoles: 'unassignRoles',
  addRoleGroups: 'assignRoleGroups',
};

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

function codeOf(clientProperty: string, method: string): string | undefined {
  const methods = own(OPERATIONS, clientProperty);
  return methods && (own(methods, method) ?? own(methods, own(OLD_METHODS, method) ?? ''));
}

/** Whether the SDK's client has this call, under its name of today or the one before 2.0.0. */
export const isOperation = (clientProperty: string, method: string): boolean => codeOf(clientProperty, method) !== undefined;

/**
 * The SDK's call that a wrapper in another language names in its own way: `Users.CreateAsync`, `users.get_all`. Such names are everybody's,
 * so what they are called on must say that it is PlusAuth's. Undefined where it is none.
 */
export function operationNamed(clientProperty: string, method: string): readonly [clientProperty: string, method: string] | undefined {
  const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const plain = camel(clientProperty.replace(/\(\)$/, ''));
  const call = camel(method).replace(/(?<=[a-z])Async$/, '').replace(/^delete$/, 'remove').replace(/^list$/, 'getAll');
  return isOperation(plain, call) ? [plain, call] : undefined;
}

const ORDER: readonly Weight[] = ['high', 'medium', 'general'];

function fromCode(code: string): readonly PlausibleError[] {
  const special = [...code].map((letter) => LETTERS[letter]).filter((error) => error !== undefined);
  const all = [...special, ...GENERAL.map((name): PlausibleError => ({ name, weight: 'general' }))];
  return all.sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight) || byLikelihood(a.name, b.name));
}

/**
 * Errors that `client.<clientProperty>.<method>(…)` can plausibly meet, the most plausible first.
 * A call that is not known gets the general errors, which every call can meet.
 */
export const plausibleErrors = (clientProperty: string, method: string): readonly PlausibleError[] => fromCode(codeOf(clientProperty, method) ?? '');

/**
 * The same for a plain HTTP request, from its method and its path below `/api/vN` (`/users/1/roles`; a template such as `/users/${id}` will do):
 * a body can be rejected, a path with an identifier can lead nowhere, a new entity can exist already.
 */
export function plausibleErrorsOfRequest(httpMethod: string, path?: string): readonly PlausibleError[] {
  const method = httpMethod.toUpperCase();
  const below = path?.replace(/^[a-z]+:\/\/[^/]*|^\$?\{[^}]*\}/i, '').replace(/^.*\/api\/v\d+(?=\/|$)/, '').replace(/[?#].*$/s, '');
  const segments = below?.split('/').filter((segment) => segment !== '') ?? [];
  const sends = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const identified = path === undefined ? method !== 'POST' : segments.length > 1;
  if (segments[0] === 'views') return fromCode((sends ? 'e' : '') + (segments.length > 1 ? 'v' : ''));
  const exists = method === 'POST' ? (identified ? 'a' : 'Ap') : sends ? 'a' : '';
  return fromCode((sends ? 'e' : '') + (identified ? 'n' : '') + exists);
}

/** All errors as a plausible set, for a call about which nothing is known. */
export const anyError = (): readonly PlausibleError[] => [...ERROR_NAMES].sort(byLikelihood).map((name) => ({ name, weight: 'general' }));

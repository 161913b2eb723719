import { isOperation, operationNamed } from '../catalog';
import { some, walk, type Code } from '../model/code';
import type { Origin } from '../model/handler';
import type { Environment } from './environment';
import { speaksOfPlusAuth } from '../context/evidence';

/** Words of other vendors and protocols in the names of variables, functions and types. */
const VENDOR_WORDS = [
  'oauth', 'oauth2', 'oidc', 'openid', 'stripe', 'github', 'gitlab', 'google', 'auth0', 'okta', 'cognito', 'firebase', 'supabase', 'clerk', 'keycloak', 'octokit', 'twilio', 'paypal',
  'slack', 'sentry', 'aws', 'azure', 's3', 'grpc', 'graphql', 'prisma', 'mongo', 'postgres', 'redis', 'kafka', 'elastic', 'openai', 'shopify', 'facebook', 'apple', 'microsoft', 'grantex',
  'db', 'database', 'orm', 'repo', 'repository', 'model', 'models', 'knex', 'sequelize',
];
const CAMEL = VENDOR_WORDS.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
/** A word by itself, at the start of a camelCase name, or behind a small letter or a separator in one: `stripeError`, `handleStripeError`, but not the end of `SignUpForm`. */
const VENDOR = new RegExp(`(?<![A-Za-z])(?:${VENDOR_WORDS.join('|')})(?![a-z])|(?:${CAMEL.join('|')}|OAuth|OIDC|OpenID|GitHub|GitLab|PayPal|GraphQL|AWS|GRPC)(?![a-z])|(?<![A-Z])(?:${VENDOR_WORDS.map((w) => w.toUpperCase()).join('|')})(?![A-Za-z])`);
/** Paths of the tenant that do not belong to the REST API. */
const OAUTH_PATH = /\/(?:oauth2?|oidc|connect)\/|\/\.well-known\/|\/(?:authorize|token|userinfo|introspect|revoke)(?:$|[?#'"`])|\/(?:signin|signup|login|logout)\b/i;
const ABSOLUTE_URL = /^(?:https?:)?\/\/([^/\s?#]+)/i;
const LOOPBACK = /^(?:localhost|127\.|0\.0\.0\.0|\uFFFD|\$)/;

/** Calls of the PlusAuth client found on the way. */
export type Calls = [service: string, method: string][];

/** Judges where values come from, by the calls and addresses that produce them. */
export class Origins {
  constructor(
    private readonly environment: Environment,
    private readonly source: (code: { start: number; end: number }) => string,
  ) {}

  /** The origin of what `code` produces; PlusAuth wins where several are seen. Calls of its client are added to `calls`. */
  of(code: Code, calls: Calls = []): Origin {
    let plusauth = false;
    let foreign = false;
    let oauth = false;
    const found = (origin: Origin): void => {
      plusauth ||= origin === 'plusauth';
      foreign ||= origin === 'foreign';
    };
    walk(code, (c) => {
      if ((c.kind === 'string' && OAUTH_PATH.test(c.value)) || (c.kind === 'interpolation' && OAUTH_PATH.test(c.text))) oauth = true;
      if (c.kind === 'string') found(this.ofAddress(c.value));
      else if (c.kind === 'interpolation') found(this.ofAddress(c.text, this.source(c)));
      else if (c.kind === 'call') this.call(c, calls, found);
      else if (c.kind === 'name') found(this.ofName(c.name));
      else if (c.kind === 'member' && c.object.kind === 'name' && c.object.name === 'this') found(this.ofName(`this.${c.property}`));
      return true;
    });
    // The tenant's own OAuth endpoints are on PlusAuth's host, and not the REST API's.
    if (oauth && calls.length === 0) return 'foreign';
    return plusauth ? 'plusauth' : foreign ? 'foreign' : 'unknown';
  }

  /** Whether a name says by itself where its value comes from. */
  ofName(name: string): Origin {
    if (this.environment.plusAuth.has(name) || speaksOfPlusAuth(name)) return 'plusauth';
    return this.environment.foreign.has(name) || VENDOR.test(name) ? 'foreign' : 'unknown';
  }

  private ofAddress(text: string, written = text): Origin {
    if (OAUTH_PATH.test(text)) return 'foreign';
    const host = ABSOLUTE_URL.exec(text)?.[1];
    if (host !== undefined) return speaksOfPlusAuth(host) || speaksOfPlusAuth(written.split('/').slice(0, 3).join('/')) ? 'plusauth' : LOOPBACK.test(host) ? 'unknown' : 'foreign';
    return speaksOfPlusAuth(written) && /[/.]|\$\{/.test(written) ? 'plusauth' : 'unknown';
  }

  private call(code: Code & { kind: 'call' }, calls: Calls, found: (origin: Origin) => void): void {
    const { callee } = code;
    if (callee.kind !== 'member') return;
    // `x.users()` and `x.users` are the same service.
    const service = callee.object.kind === 'call' && callee.object.args.length === 0 ? callee.object.callee : callee.object;
    if (service.kind !== 'member') return;
    const exact = service === callee.object && isOperation(service.property, callee.property);
    const operation = exact ? ([service.property, callee.property] as const) : operationNamed(service.property, callee.property);
    if (!operation) return;
    const client = service.object;
    const plusauth = some(client, (c) => (c.kind === 'name' && this.ofName(c.name) === 'plusauth') || (c.kind === 'member' && this.ofName(`this.${c.property}`) === 'plusauth') || (c.kind === 'member' && speaksOfPlusAuth(c.property)));
    // Whatever the client is called, `x.users.create(…)` is one of its calls where the file speaks of PlusAuth.
    if (plusauth || (exact && this.environment.fileSpeaks && !some(client, (c) => c.kind === 'name' && this.ofName(c.name) === 'foreign'))) {
      calls.push([...operation]);
      found('plusauth');
    }
  }
}

import { ERROR_NAMES, entryOf } from '../../server/src/core/catalog';
import type { Random } from './random';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const hex = (random: Random, digits: number): string =>
  digits > 8 ? hex(random, 8) + hex(random, digits - 8) : Math.floor(random.next() * 16 ** digits).toString(16).padStart(digits, '0');
const uuid = (random: Random): string => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
const address = (random: Random): string => `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`;

const SERVICES = ['checkout', 'catalogue', 'billing', 'gateway', 'inventory', 'mailer', 'search'] as const;
/** Those that call PlusAuth. */
const CALLERS = ['checkout', 'billing', 'gateway'] as const;
const LOGGERS = ['c.e.shop.OrderService', 'c.e.shop.CartController', 'o.s.web.DispatcherServlet', 'com.zaxxer.hikari.HikariPool', 'c.e.billing.InvoiceJob'] as const;
const SENTENCES = [
  'request completed', 'cache refreshed', 'connection returned to the pool', 'message published to orders.created', 'order accepted', 'payment authorised',
  'user signed in', 'session extended', 'index page rendered', 'job finished', 'feature flags loaded', 'health check passed', 'retrying connection to the broker',
  'query took longer than expected', 'response sent', 'upload stored', 'token refreshed', 'stock level below threshold', 'price list imported', 'e-mail queued',
] as const;
const PAGES = ['/', '/cart', '/products', '/assets/app.js', '/assets/app.css', '/checkout/payment', '/account/orders', '/search', '/favicon.ico', '/healthz'] as const;
const AGENTS = ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36', 'curl/8.5.0', 'kube-probe/1.29'] as const;
const OPERATIONS: readonly [[string, string], ...[string, string][]] = [
  ['POST', '/api/v1/users'], ['GET', '/api/v1/users/'], ['PATCH', '/api/v1/users/'], ['DELETE', '/api/v1/roles/'], ['POST', '/api/v1/clients'], ['GET', '/api/v1/resources/'], ['POST', '/api/v1/hooks'],
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The moment of a line in the forms that logs use. Whole strings per second, since a log asks for the same second again and again. */
class Clock {
  #second = -1;
  #iso = '';
  #apache = '';
  #syslog = '';

  constructor(public now: number) {}

  #at(): number {
    const second = Math.floor(this.now / 1000);
    if (second !== this.#second) {
      const date = new Date(second * 1000);
      const [day, time] = [date.toISOString().slice(0, 10), date.toISOString().slice(11, 19)];
      const month = MONTHS[date.getUTCMonth()] ?? 'Jan';
      this.#second = second;
      this.#iso = `${day}T${time}`;
      this.#apache = `${day.slice(8)}/${month}/${day.slice(0, 4)}:${time} +0000`;
      this.#syslog = `${month} ${String(date.getUTCDate()).padStart(2)} ${time}`;
    }
    return Math.floor(this.now % 1000);
  }

  get iso(): string {
    const ms = this.#at();
    return `${this.#iso}.${pad(ms, 3)}Z`;
  }

  get comma(): string {
    const ms = this.#at();
    return `${this.#iso.replace('T', ' ')},${pad(ms, 3)}`;
  }

  get apache(): string {
    this.#at();
    return this.#apache;
  }

  get syslog(): string {
    this.#at();
    return this.#syslog;
  }
}

type Line = (random: Random, clock: Clock) => string;

/** A list of which one can be picked. */
const some = <T>(items: readonly T[]): readonly [T, ...T[]] => items as readonly [T, ...T[]];

/** Lines that have nothing to do with PlusAuth: two in five pino, one in five Logback, one in five access log, the rest logfmt and syslog. */
const PLAIN = some([
  ...Array<Line>(4).fill((random, clock) => `{"level":30,"time":${clock.now},"pid":${random.between(10, 99)},"hostname":"${random.pick(SERVICES)}-${hex(random, 6)}","reqId":"${uuid(random)}","userId":"${hex(random, 12)}","msg":"${random.pick(SENTENCES)}","responseTime":${random.between(1, 900)}}`),
  (random, clock) => `${clock.comma} INFO  [http-nio-8080-exec-${random.between(1, 40)}] ${random.pick(LOGGERS)} - ${random.pick(SENTENCES)} (id=${random.between(1000, 999999)}, took ${random.between(1, 900)} ms)`,
  (random, clock) => `${clock.comma} DEBUG [scheduling-${random.between(1, 4)}] ${random.pick(LOGGERS)} - ${random.pick(SENTENCES)} for customer ${uuid(random)}`,
  ...Array<Line>(2).fill((random, clock) => `${address(random)} - - [${clock.apache}] "GET ${random.pick(PAGES)}?v=${random.between(1, 9999)} HTTP/1.1" ${random.pick([200, 200, 200, 304, 302, 404])} ${random.between(100, 90000)} "https://shop.example.com/" "${random.pick(AGENTS)}"`),
  (random, clock) => `time=${clock.iso} level=info service=${random.pick(SERVICES)} trace_id=${hex(random, 24)} msg="${random.pick(SENTENCES)}" duration=${random.between(1, 900)}ms`,
  (random, clock) => `${clock.syslog} node-${random.between(1, 20)} ${random.pick(SERVICES)}[${random.between(100, 30000)}]: ${random.pick(SENTENCES)} from ${address(random)}:${random.between(1024, 65535)}`,
]);

const NAMES = some(ERROR_NAMES);
const statusOf = (name: string): number => entryOf(name)?.status.from ?? 500;

/** Lines that carry a name, in the forms in which applications log an error of PlusAuth's REST API. */
const ERRORS = some([
  ...Array<Line>(4).fill((random, clock) => {
    const name = random.pick(NAMES);
    const [method, path] = random.pick(OPERATIONS);
    return `{"level":50,"time":${clock.now},"pid":${random.between(10, 99)},"hostname":"${random.pick(CALLERS)}-${hex(random, 6)}","reqId":"${uuid(random)}","method":"${method}","url":"https://acme.plusauth.com${path}${path.endsWith('/') ? hex(random, 12) : ''}","err":{"type":"PlusAuthRestError","message":"${name}","error":"${name}","status":${statusOf(name)}},"msg":"PlusAuth request failed"}`;
  }),
  (random, clock) => `${clock.comma} ERROR [http-nio-8080-exec-${random.between(1, 40)}] ${random.pick(LOGGERS)} - PlusAuth answered ${random.pick(NAMES)} for user ${uuid(random)}`,
  (random, clock) => `${clock.comma} WARN  [scheduling-${random.between(1, 4)}] ${random.pick(LOGGERS)} - PlusAuth call failed: error=${random.pick(NAMES)} attempt=${random.between(1, 5)}`,
  (random, clock) => {
    const name = random.pick(NAMES);
    return `time=${clock.iso} level=error service=${random.pick(CALLERS)} trace_id=${hex(random, 24)} msg="PlusAuth request failed" error=${name} status=${statusOf(name)} path=${random.pick(OPERATIONS)[1]}`;
  },
  (random, clock) => `${clock.syslog} node-${random.between(1, 20)} ${random.pick(CALLERS)}[${random.between(100, 30000)}]: PlusAuth error ${random.pick(NAMES)} (request ${hex(random, 12)})`,
]);

/** Lines of a proxy in front of PlusAuth's API, most of them successes: they carry no name. */
const ACCESS: Line = (random, clock) => {
  const [method, path] = random.pick(OPERATIONS);
  return `${address(random)} - - [${clock.apache}] "${method} ${path}${path.endsWith('/') ? hex(random, 12) : ''} HTTP/1.1" ${random.pick([200, 200, 200, 200, 200, 201, 201, 204, 404, 409])} ${random.between(100, 9000)} "-" "axios/1.7.2"`;
};

/** Some lines of a log of many programs, with their ends. `share` of them carry a name; one in fifty is an access line of PlusAuth's API. */
export function* logLines(random: Random, share: number): Generator<string, never> {
  const clock = new Clock(Date.UTC(2026, 2, 14, 6));
  for (;;) {
    clock.now += random.between(0, 8);
    const chance = random.next();
    const line = chance < share ? random.pick(ERRORS) : chance < share + 0.02 ? ACCESS : random.pick(PLAIN);
    yield `${line(random, clock)}\n`;
  }
}

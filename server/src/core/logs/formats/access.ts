import type { Format } from '../format';
import { requestOf } from '../request';
import { leadingTime } from '../time';

/** `"POST /api/v1/users HTTP/1.1" 409 84`: the common form of Apache, nginx, Caddy, Envoy and those who copy it. */
const LINE = /"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) ([^\s"]+)(?: HTTP\/[\d.]+)?" (\d{3}) (?:\d+|-)(?!\w)/;
/** `https://acme.plusauth.com:443 "POST …`, as Python's urllib3 says where it went. */
const BEFORE = /(https?:\/\/[^\s"/]+) $/;

/** A line of an access log. The number behind the status is a size, and everything else data. */
export const access: Format = {
  name: 'access',
  read(text, facts) {
    const match = LINE.exec(text);
    if (!match) return false;
    const [whole, method, address = '', digits = ''] = match;
    const host = BEFORE.exec(text.slice(Math.max(0, match.index - 200), match.index))?.[1];
    const group = facts.group();
    const request = requestOf(method, address, host);
    if (request) facts.requests.push({ request, group });
    const start = match.index + whole.lastIndexOf(`" ${digits}`) + 2;
    facts.statuses.push({ value: Number(digits), span: { start, end: start + 3 }, weak: false, group });
    facts.time = leadingTime(text, facts.options);
    // What a service adds behind: a body, an `error=…`. Referrer and agent are in quotes, and are nobody's message.
    const tail = match.index + whole.length;
    if (/\berror\b|\{/.test(text.slice(tail))) facts.sentence(text.slice(tail), tail, group);
    return true;
  },
};

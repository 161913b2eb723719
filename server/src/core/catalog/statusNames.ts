/** Names of HTTP statuses as the constants of all ecosystems spell them, words joined by `_`; the first of several is the one to write. */
const STATUS_NAMES: Readonly<Record<string, number>> = {
  ok: 200, created: 201, no_content: 204, bad_request: 400, unauthorized: 401, payment_required: 402, forbidden: 403, not_found: 404, method_not_allowed: 405,
  request_timeout: 408, conflict: 409, gone: 410, unprocessable_entity: 422, unprocessable_content: 422, too_many_requests: 429,
  internal_server_error: 500, not_implemented: 501, bad_gateway: 502, service_unavailable: 503, gateway_timeout: 504,
};

/** The status that a constant's name stands for: `NotFound`, `NOT_FOUND`, `not_found`. */
export const statusOfName = (identifier: string): number | undefined => {
  const words = identifier.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return Object.hasOwn(STATUS_NAMES, words) ? STATUS_NAMES[words] : undefined;
};

/** A status written as another one is: a number, or a constant of the same kind and spelling; undefined where that cannot be told. */
export function statusLike(status: number, sample: string): string | undefined {
  const number = /(?<!\d)[45]\d\d(?!\d)/.exec(sample);
  const name = Object.keys(STATUS_NAMES).find((key) => STATUS_NAMES[key] === status);
  if (number) {
    const [before, after] = [sample.slice(0, number.index), sample.slice(number.index + 3)];
    const behind = /^(_?)([A-Za-z][A-Za-z_]*)(.*)$/s.exec(after);
    if (!behind) return before + String(status) + after;
    return name === undefined ? undefined : before + String(status) + (behind[1] ?? '') + spelt(name, behind[2] ?? '') + (behind[3] ?? '');
  }
  const parts = /^(.*?)((?:(?:HTTP|SC)_|Status(?=[A-Z]))?)([A-Za-z_]\w*)$/s.exec(sample);
  return parts && name !== undefined && statusOfName(parts[3] ?? '') !== undefined ? (parts[1] ?? '') + (parts[2] ?? '') + spelt(name, parts[3] ?? '') : undefined;
}

/** A name in the spelling of another: `TOO_MANY_REQUESTS`, `TooManyRequests`, `tooManyRequests`, `too_many_requests`. */
function spelt(name: string, sample: string): string {
  if (/^[A-Z_]+$/.test(sample)) return name.toUpperCase();
  const joined = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (/^[A-Z]/.test(sample)) return joined.charAt(0).toUpperCase() + joined.slice(1);
  return sample.includes('_') || !/[A-Z]/.test(sample) ? name : joined;
}

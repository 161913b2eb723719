import type { Format } from '../format';

/** A record that is one JSON object: pino, winston, bunyan, structlog, zap, Serilog's compact form, an entry of PlusAuth's logs. */
export const json: Format = {
  name: 'json',
  read(text, facts) {
    const start = text.search(/\S/);
    if (text.charAt(start) !== '{' || !/^\{\s*(?:"|\}|\/\/)/.test(text.slice(start, start + 200))) return false;
    facts.object(text, start, 0, facts.group());
    return true;
  },
};

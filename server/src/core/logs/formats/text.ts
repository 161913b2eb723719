import type { Format } from '../format';
import { leadingTime } from '../time';

/** A sample of Prometheus' text form: a metric, its labels, a number. */
const METRIC = /^\s*(?:# |[A-Za-z_:][\w:]*(?:\{[^}]*\})?\s+[-+\d.eENaInf]+(?:\s+\d+)?\s*$)/;

/** Any other line, with its stack trace: Python's logging, Logback, Serilog, syslog, what a program prints. Read last, it takes everything. */
export const text: Format = {
  name: 'text',
  read(record, facts) {
    if (METRIC.test(record)) return true;
    facts.sentence(record, 0, facts.group());
    facts.time = leadingTime(record.split('\n', 1)[0] ?? '', facts.options);
    return true;
  },
};

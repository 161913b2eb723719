import type { CommandSpec } from './args';

/** Apart from the command, which is a bundle of its own. */
export const logsSpec: CommandSpec = {
  name: 'logs',
  summary: 'count the errors in logs',
  usage: 'logs [paths…|-] [options]',
  details: [
    'Reads log files, folders of them, or standard input (-, or nothing): lines of JSON, logfmt, access logs, text with stack traces, JSON documents; plain or gzip, of any size. In a folder it reads what is called like a log (*.log, *.log.1, *.jsonl, *.gz of these).',
    'Prints how often each error occurs and when, the busiest requests, records that contradict themselves, and what to do next. The JSON holds the same, by minute.',
    'With --follow, pretty prints the report on what is there first; json prints one object per line, and csv one row per error. Standard input is read as it comes.',
    'Exits with 0 whatever it finds, and with 2 when something could not be read.',
  ],
  options: {
    format: { value: 'FORMAT', choices: ['pretty', 'json', 'csv'], help: 'how it is printed; pretty if not given' },
    since: { value: 'TIME', help: 'only what is not older: a time, a date, or how long ago (15m, 2h, 3d)' },
    until: { value: 'TIME', help: 'only what is older' },
    zone: { value: 'ZONE', help: 'zone of times that name none: local (if not given), utc, +03:00' },
    follow: { help: 'go on, and print each new error in one line, until Ctrl+C; files may grow, be cut or be rotated' },
    lang: { value: 'LANGUAGE', choices: ['en', 'tr'], help: 'language of the advice; by LANG if not given' },
  },
};

import { isOneStatus, type QueryEngine } from './types';

/** Fields of JSON are found by themselves. Names with anything but letters, digits, `@` and dots stand between backticks. */
export const cloudWatch: QueryEngine = {
  id: 'cloudwatch',
  title: 'AWS CloudWatch Logs Insights',
  query(wanted, { error, status }) {
    const field = (name: string): string => (/^[A-Za-z0-9@.]+$/.test(name) ? name : `\`${name}\``);
    const filter =
      'name' in wanted
        ? `${field(error)} = "${wanted.name}"`
        : isOneStatus(wanted) ? `${field(status)} = ${wanted.from}` : `${field(status)} >= ${wanted.from} and ${field(status)} <= ${wanted.to}`;
    return `fields @timestamp, @message\n| filter ${filter}\n| sort @timestamp desc\n| limit 100`;
  },
};

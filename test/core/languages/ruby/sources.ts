import { dedent } from '../../../harness/marked';

export const RUBY = { languageId: 'ruby' } as const;

const indent = (code: string, width = 2): string => dedent(code).trimEnd().split('\n').map((line) => (line === '' ? line : ' '.repeat(width) + line)).join('\n');

/** What a file that calls PlusAuth starts with. */
export const HEAD = `# frozen_string_literal: true

require 'faraday'

API = 'https://acme.plusauth.com/api/v1'

`;

/** Definitions of a file that calls PlusAuth. */
export const file = (code: string): string => HEAD + dedent(code);

/** Statements of a method that gets an error of PlusAuth's. */
export const onError = (statements: string): string => file(`def on_error(e, attempt = 0)\n${indent(statements)}\nend\n`);

/** Statements in a \`rescue\` around a call, with nothing after it. */
export const inRescue = (statements: string, type = 'Faraday::Error'): string =>
  file(`class Users\n  def add(user)\n    @client = Faraday.new(url: API)\n    @client.post("#{API}/users", user.to_json)\n    nil\n  rescue ${type} => e\n${indent(statements, 4)}\n    nil\n  end\nend\n`);

/** Statements that follow a call whose response is asked. */
export const afterCall = (statements: string): string => file(`def add(user)\n  res = Faraday.post("#{API}/users", user.to_json)\n${indent(statements)}\nend\n`);

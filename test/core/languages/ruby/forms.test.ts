import { checkFindings, checkSilent } from '../../../harness/check';
import { afterCall, file, onError, RUBY } from './sources';

const finds = (source: string) => () => checkFindings(source, RUBY);
const silent = (source: string) => () => checkSilent(source, RUBY);
/** Patterns and a fallback that does nothing: whoever understands the patterns sees it. */
const patterns = (subject: string, ...clauses: string[]) => finds(onError(`case ${subject}\n${clauses.join('\n')}\nelse\n#<^^ swallowed-error\nend\n`));
const asked = (test: string, ...names: string[]) => finds(onError(`if ${test}\n#<^… unhandled-error without: ${names.join(', ')}\n  show_taken\nend\n`));

describe('Ruby: patterns', () => {
  it('of lists', patterns('[e.status, e.error]', "in [409, 'already_exists'] then show_taken", "in [_, 'missing_scope'] then ask"));
  it('with a name', patterns('e.error', "in 'already_exists' | 'missing_scope' => name then show(name)"));
  it('in parentheses', patterns('e.error', "in ('already_exists' | 'missing_scope') then ask"));
  it('of hashes, with a class', patterns('e', "in ApiError(error: 'already_exists') then show_taken", 'in ApiError(error: "missing_scope") then ask'));
  it('of the kind of a text', patterns('e.error', "in 'already_exists' then show_taken", 'in nil then show_form'));
  it('with constants', patterns('e.error', 'in Codes::ALREADY_EXISTS then show_taken', 'in MISSING_SCOPE then ask'));
  it('with symbols', patterns('e.error.to_sym', 'in :already_exists then show_taken', 'in :"missing_scope" then ask'));
  it('of statuses between two', patterns('e.status', 'in 409 then show_taken', 'in 500..599 then wait'));
  it('that take every text', silent(onError(`case e.error\nin 'already_exists' then show_taken\nin String then show_form\nelse\nend\n`)));
  it('that take every text by a name', silent(onError(`case e.error\nin 'already_exists' then show_taken\nin _ then report(e)\nend\n`)));
  it('that take all but one: unless', finds(onError(`case e.error\nin 'already_exists' unless e.status == 409 || later?\n  show_taken\nelse\n#<^^ swallowed-error\nend\n`)));
  it('that take one: if', finds(onError(`case e.error\nin _ if e.error == 'already_exists'\n  show_taken\nelse\n#<^^ swallowed-error\nend\n`)));
  it('that bind a field', finds(onError(`case e\nin { error: code }\n  if code == 'already_exists'\n  #<^… unhandled-error without: already_exists\n    show_taken\n  end\nend\n`)));
  it('that bind a field by its name', finds(onError(`case e\nin { error: }\n  if error == 'already_exists'\n  #<^… unhandled-error without: already_exists\n    show_taken\n  end\nend\n`)));
  it('in a question', finds(onError(`if e in { error: 'already_exists' }\n#<^… unhandled-error without: already_exists\n  show_taken\nend\n`)));
  for (const range of ['500..599', '500...600', '500..']) {
    it(`of statuses: ${range}`, finds(onError(`case e.status\n#<^… unhandled-error without: already_exists, server_error\nwhen 409 then show_taken\nwhen ${range} then wait\nend\n`)));
  }
});

describe('Ruby: questions', () => {
  it('whether texts are equal', asked("e.error.eql?('already_exists')", 'already_exists'));
  it('whether there is a name', asked("e.respond_to?(:error) && e.error == 'already_exists'", 'already_exists'));
  it('with not', asked("not e.error != 'already_exists'", 'already_exists'));
  it('of a set', asked("Set['already_exists', 'missing_scope'].include?(e.error)", 'already_exists', 'missing_scope'));
  it('whether there is none: nil?, not', asked("!e.error.nil? && e.error == 'already_exists'", 'already_exists'));
  it('none, after a call', finds(afterCall(`body = JSON.parse(res.body)\nreturn body if body['error'].nil?\ncase body['error']\n#<^… unhandled-error without: already_exists\nwhen 'already_exists' then show_taken\nend\nnil\n`)));
  it('none, before a case', finds(onError(`if e.error.nil?\n  show_all\nelse\n  case e.error\n  #<^… unhandled-error without: already_exists\n  when 'already_exists' then show_taken\n  end\nend\n`)));
  it('none, in a case', finds(onError(`case\n#<^^ unhandled-error without: already_exists\nwhen e.error.nil? then show_all\nwhen e.error == 'already_exists' then show_taken\nend\n`)));
  it('whether there is none: blank?', asked("e.error.blank? || e.error == 'already_exists'", 'already_exists'));
  it('whether there is one: present?', asked("!e.error.present? || e.error == 'already_exists'", 'already_exists'));
  it('of its class', asked("e.class == Faraday::Error && e.error == 'already_exists'", 'already_exists'));
  it('of its class, by itself', finds(onError(`if e.error == 'already_exists'\n#<^… unhandled-error without: already_exists\n  show_taken\nelsif e.error.class == Hash\n  show_form\nend\n`)));
  it('whether it is defined', asked("defined?(e.error) && e.error == 'already_exists'", 'already_exists'));
  it('of its class, which is no error', silent(onError(`if e.error.class == 'already_exists'\n  show_taken\nend\n`)));
  it('whether it is defined, which is no error', silent(onError(`if defined?(e.error) == 'already_exists'\n  show_taken\nend\n`)));
});

describe('Ruby: what a when asks', () => {
  const asks = (subject: string, when: string) => silent(onError(`${subject}\ncase code\nwhen 'already_exists' then show_taken\nwhen ${when} then show_form\nend\n`));
  it('a class', asks('code = e.error', 'String'));
  it('a class of a module', asks('code = e', 'Faraday::Error'));
  it('classes that are named like errors', silent(onError(`code = e.error\ncase code\nwhen AlreadyExists then show_taken\nwhen PlusAuth::MissingScope then ask\nend\n`)));
  it('statuses that are no hundred', asks('code = e.status', '400..422'));
  it('a class, of an attribute', silent(onError(`case e.error\nwhen 'already_exists' then show_taken\nwhen String then show_form\nend\n`)));
  it('a lambda', asks('code = e.error', "->(c) { c.start_with?('invalid_') }"));
  it('a lambda that compares', asks('code = e.error', "->(c) { c == 'missing_scope' || other?(c) }"));
  it('a pattern of characters', asks('code = e.error', '/^invalid_/'));
});

describe('Ruby: what stands behind a chain', () => {
  const behind = (statement: string) => silent(onError(`error = e.error\ncase error\nwhen 'already_exists' then show_taken\nend\n${statement}\n`));
  it('a throw', behind('throw :halt, 500'));
  it('a short hash', behind('report({ error: })'));
  it('a short argument', behind('render_failed(error:)'));
});

describe('Ruby: lambdas', () => {
  for (const lambda of ['lambda do |x|', 'proc do |x|', 'Proc.new do |x|']) {
    it(`with statements: ${lambda}`, finds(onError(`handle = ${lambda}\n  case x.error\n  #<^… unhandled-error without: already_exists\n  when 'already_exists' then show_taken\n  end\nend\nhandle.call(e)\n`)));
  }
  for (const lambda of ['->(x) { }', 'lambda { |x| }', 'proc { |x| }']) {
    it(`as a fallback that does nothing: ${lambda}`, silent(onError(`HANDLERS = { 'already_exists' => ->(x) { show(x) } }\n(HANDLERS[e.error] || ${lambda}).call(e)\n`)));
    it(`as the last argument: ${lambda}`, silent(file(`rescue_from Faraday::Error, with: ${lambda}\n`)));
    it(`as the block: ${lambda}`, silent(file(`rescue_from Faraday::Error, &${lambda}\n`)));
  }
});

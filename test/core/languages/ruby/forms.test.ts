import { checkFindings } from '../../../harness/check';
import { onError, RUBY } from './sources';

const finds = (source: string) => () => checkFindings(source, RUBY);
/** Patterns and a fallback that does nothing: whoever understands the patterns sees it. */
const patterns = (subject: string, ...clauses: string[]) => finds(onError(`case ${subject}\n${clauses.join('\n')}\nelse\n#<^^ swallowed-error\nend\n`));
const asked = (test: string, ...names: string[]) => finds(onError(`if ${test}\n#<^… unhandled-error without: ${names.join(', ')}\n  show_taken\nend\n`));

describe('Ruby: patterns', () => {
  it('of lists', patterns('[e.status, e.error]', "in [409, 'already_exists'] then show_taken", "in [_, 'missing_scope'] then ask"));
  it('with a name', patterns('e.error', "in 'already_exists' | 'missing_scope' => name then show(name)"));
  it('in parentheses', patterns('e.error', "in ('already_exists' | 'missing_scope') then ask"));
  for (const range of ['500..599', '500...600', '500..']) {
    it(`of statuses: ${range}`, finds(onError(`case e.status\n#<^… unhandled-error without: already_exists, server_error\nwhen 409 then show_taken\nwhen ${range} then wait\nend\n`)));
  }
});

describe('Ruby: questions', () => {
  it('whether texts are equal', asked("e.error.eql?('already_exists')", 'already_exists'));
  it('whether there is a name', asked("e.respond_to?(:error) && e.error == 'already_exists'", 'already_exists'));
  it('with not', asked("not e.error != 'already_exists'", 'already_exists'));
  it('of a set', asked("Set['already_exists', 'missing_scope'].include?(e.error)", 'already_exists', 'missing_scope'));
});

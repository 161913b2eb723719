import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parseConfiguration } from '../../server/src/core/context/configuration';
import { LEVELS, severityKey } from '../../server/src/core/context/settings';
import { FINDING_CODES } from '../../server/src/core/model/finding';

interface Schema {
  readonly properties: { readonly severity: { readonly properties: Readonly<Record<string, { readonly enum: readonly string[]; readonly default: string }>> } };
}
interface Manifest {
  readonly contributes: {
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

describe('The schema of plusauth-errors.json', () => {
  const schema = JSON.parse(readFileSync('schemas/plusauth-errors.schema.json', 'utf8')) as Schema;
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const validate = new Ajv().compile(schema);

  it('is what editors validate the file with', () => assert.deepEqual(contributes.jsonValidation, [{ fileMatch: 'plusauth-errors.json', url: './schemas/plusauth-errors.schema.json' }]));

  it('knows every rule, with the defaults of the settings', () => {
    const rules = schema.properties.severity.properties;
    assert.deepEqual(Object.keys(rules), FINDING_CODES.map(severityKey));
    for (const [key, rule] of Object.entries(rules)) {
      assert.deepEqual(rule.enum, LEVELS);
      assert.equal(rule.default, contributes.configuration.properties[`plusauthErrors.severity.${key}`]?.default, key);
    }
  });

  it('accepts and refuses what the product does', () => {
    const values = [{}, { strict: true }, { strict: 'yes' }, { context: 'always' }, { context: 'on' }, { language: 'tr' }, { language: 'de' }, { severity: { unhandledError: 'off' } }, { severity: { unhandledError: 'fatal' } }, { severity: { other: 'off' } }, { severity: [] }, { other: 1 }, [], 3];
    for (const value of values) assert.equal(validate(value), parseConfiguration(JSON.stringify(value)).problems.length === 0, JSON.stringify(value));
  });
});

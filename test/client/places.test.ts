import assert from 'node:assert/strict';
import { Places } from '../../client/src/common/views/errors/places';
import type { SurveyPlace } from '../../server/src/protocol';

const place = (line: number, standing: SurveyPlace['standing'], ...names: string[]): SurveyPlace => ({ range: { start: { line, character: 0 }, end: { line, character: 1 } }, standing, names, line: '' });
const shown = (places: Places, name: string, standing: 'handled' | 'missing'): string[] => places.of(name, standing).map(({ uri, range }) => `${uri}:${range.start.line}`);

describe('the places of errors', () => {
  let places: Places;
  beforeEach(() => {
    places = new Places();
    places.set({ uri: 'b', places: [place(3, 'handled', 'missing_scope', 'missing_token'), place(1, 'missing', 'missing_scope')] });
    places.set({ uri: 'a', places: [place(7, 'handled', 'missing_scope'), place(8, 'mentioned', 'missing_scope'), place(9, 'handled', 'missing_scope')] });
  });

  it('come by file and in the order of its text, by name and by standing', () => {
    assert.deepEqual(shown(places, 'missing_scope', 'handled'), ['a:7', 'a:9', 'b:3']);
    assert.deepEqual(shown(places, 'missing_scope', 'missing'), ['b:1']);
    assert.deepEqual(shown(places, 'missing_token', 'handled'), ['b:3']);
    assert.deepEqual(shown(places, 'server_error', 'handled'), []);
  });

  it('are those of the last change', () => {
    assert.equal(shown(places, 'missing_scope', 'handled').length, 3);
    assert.equal(places.set({ uri: 'b', places: [place(4, 'handled', 'server_error')] }), true);
    assert.deepEqual([shown(places, 'missing_scope', 'handled'), shown(places, 'server_error', 'handled')], [['a:7', 'a:9'], ['b:4']]);
    assert.equal(places.set({ uri: 'b', places: [place(4, 'handled', 'server_error')] }), false);
    places.set({ uri: 'a', places: [place(8, 'mentioned', 'missing_scope')] });
    assert.deepEqual(shown(places, 'missing_scope', 'handled'), []);
    places.clear();
    assert.deepEqual(shown(places, 'server_error', 'handled'), []);
  });

  it('are put in order once, however often they are asked for', () => assert.equal(places.of('missing_scope', 'handled'), places.of('missing_scope', 'handled')));
});

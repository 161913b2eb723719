import assert from 'node:assert/strict';
import { findingsOf, settingsOf, withDocument } from '../../../harness/document';
import { sharedHost } from '../../../harness/host';
import { DART, library } from './sources';

const METHOD = `  void onError(PlusAuthException e) {
    if (e.error == 'already_exists') {
      showTaken();
    }
  }
`;
const plain = (findings: Awaited<ReturnType<typeof findingsOf>>) => findings.map(({ code, span, missing }) => ({ code, span, missing })).sort((a, b) => a.span.start - b.span.start);

describe('Dart: methods that hold the same text', () => {
  const text = library(`class First {\n${METHOD}\n${METHOD}}\n\nclass Second {\n${METHOD}}\n`);
  for (const [name, at, removed, newText] of [
    ['another one above', text.indexOf('class First {\n') + 'class First {\n'.length, 0, METHOD],
    ['another one in front of all', text.indexOf('class First'), 0, `class None {\n${METHOD}}\n\n`],
    ['one of them gone', text.indexOf(METHOD), METHOD.length, ''],
    ['one of them changed', text.indexOf('already_exists') + 3, 1, 'R'],
  ] as const) {
    it(`are told apart with ${name}`, () =>
      withDocument(text, DART, async (uri) => {
        const { service } = sharedHost();
        await service.doDiagnose(uri, settingsOf({}));
        const after = text.slice(0, at) + newText + text.slice(at + removed);
        service.update({ uri, languageId: 'dart', version: 2, text: after }, [{ start: at, end: at + removed, newText }]);
        const found = plain(await service.doDiagnose(uri, settingsOf({})));
        assert.deepEqual(found, plain(await findingsOf(after, DART)));
        assert.ok(found.length > 1);
      }));
  }
});

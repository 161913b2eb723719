import assert from 'node:assert/strict';
import { applyEdits } from '../../../../server/src/core/model/edit';
import { plainText } from '../../../../server/src/lsp/snippet';
import { settingsOf, withDocument } from '../../../harness/document';
import { syntaxErrors } from '../../../harness/frontEnds';
import { sharedHost } from '../../../harness/host';
import { parseMarked } from '../../../harness/marked';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll, isFallback, isHandler } from '../../../harness/insertion';
import { failed, file, GO } from './helper';

const names = (source: string, first: readonly string[]) => async () => void (await checkCompletion(source, { first }, GO));
const none = (source: string) => async () => void (await checkCompletion(source, { none: true }, GO));

describe('Go: hover', () => {
  it('on a case', async () => void (await checkHover(failed(`
    switch apiErr.Code {
    case "already_‸exists":
      return ErrTaken
    }
  `), '409', GO)));
  it('on a constant of a status', async () => void (await checkHover(failed(`
    if apiErr.StatusCode == http.Status‸Conflict {
      return ErrTaken
    }
  `), 'already_exists', GO)));
  it('on the key of a map', async () => void (await checkHover(file(`
    var known = map[string]error{"missing_‸scope": ErrForbidden}

    func translate(apiErr *plusauth.Error) error {
      return cmp.Or(known[apiErr.Code], error(apiErr))
    }
  `), '401', GO)));
  it('not in code without PlusAuth', async () => void (await checkHover('package a\n\nfunc f(err *Error) bool { return err.Code == "already_‸exists" }\n', undefined, GO)));
});

describe('Go: completion of names', () => {
  it('in a comparison', names(failed(`
    if apiErr.ErrorCode == "‸" {
    }
  `), ['entity_not_found', 'already_exists']));
  it('in a half-typed comparison', names(failed(`
    if apiErr.ErrorCode == "‸
  `), ['entity_not_found', 'already_exists']));
  it('without quotes', names(failed(`
    if apiErr.ErrorCode == ‸
  `), ['entity_not_found']));
  it('in a case, those not handled first', names(failed(`
    switch apiErr.Code {
    case "entity_not_found":
      return ErrMissing
    case "‸"
    }
  `), ['already_exists', 'invalid_entity']));
  it('behind a comma in a case', names(failed(`
    switch apiErr.Code {
    case "entity_not_found", "‸":
      return ErrMissing
    }
  `), ['already_exists', 'invalid_entity']));
  it('in a list', names(failed(`
    if slices.Contains([]string{"missing_token", "‸"}, apiErr.Code) {
      return ErrMissing
    }
  `), ['entity_not_found']));
  it('of statuses', async () => void (await checkCompletion(failed(`
    if apiErr.StatusCode == ‸ {
    }
  `), { includes: ['404', '409', '429'] }, GO)));
  it('not in other texts', none(failed(`
    fmt.Println("‸")
  `)));
  it('not in comments', none(failed(`
    // if apiErr.Code == "‸"
  `)));
  it('not in code without PlusAuth', none('package a\n\nfunc f(err *Error) {\n  if err.ErrorCode == "‸" {\n  }\n}\n'));
});

describe('Go: completion of branches', () => {
  it('a case that gives back what the others do', async () => assert.equal(await insertClean('', failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    ‸
    default:
      return err
    }
  `), /missing_scope/, GO), failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    case "missing_scope":
      return err
    default:
      return err
    }
  `)));
  it('a case that does something', async () => assert.match(await insertClean('', file(`
    func show(apiErr *plusauth.Error) {
      switch apiErr.Code {
      case "already_exists":
        taken()
      ‸
      default:
        panic(apiErr)
      }
    }
  `), /missing_scope/, GO), /\n\tcase "missing_scope":\n\t\t\/\/ .*\n\tdefault:/));
  it('all cases', async () => assert.match(await insert('', failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    ‸
    }
  `), isAll, GO), /\n\t\tcase "invalid_entity":\n\t\t\treturn err\n\t\tcase /));
  it('an else if', async () => assert.match(await insertClean('', failed(`
    if apiErr.Code == "already_exists" {
      return ErrTaken
    } ‸
  `, 'return err'), /missing_scope/, GO), /\n\t\t\} else if apiErr\.Code == "missing_scope" \{\n/));
  it('a fallback', async () => assert.match(await insertClean('', failed(`
    switch apiErr.Code {
    case "already_exists":
      return ErrTaken
    ‸
    }
  `), isFallback, GO), /\n\t\tdefault:\n\t\t\treturn err\n/));
});

describe('Go: ready handlers', () => {
  it('where a response says that a request failed', async () => assert.equal(await insertClean('', file(`
    func create(in io.Reader) (*User, error) {
      resp, err := http.Post("https://acme.plusauth.com/api/v1/users", "application/json", in)
      if err != nil {
        return nil, err
      }
      if resp.StatusCode >= 400 {
        ‸
      }
      return read(resp)
    }
  `), isHandler, GO), file(`
    func create(in io.Reader) (*User, error) {
      resp, err := http.Post("https://acme.plusauth.com/api/v1/users", "application/json", in)
      if err != nil {
        return nil, err
      }
      if resp.StatusCode >= 400 {
        var answer struct {
          Error string \`json:"error"\`
        }
        if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
          return nil, err
        }
        switch answer.Error {
        case "already_exists":
          return nil, fmt.Errorf("unexpected PlusAuth error: %v", answer.Error)
        case "invalid_entity":
          return nil, fmt.Errorf("unexpected PlusAuth error: %v", answer.Error)
        case "plan_limit_exceeded":
          return nil, fmt.Errorf("unexpected PlusAuth error: %v", answer.Error)
        default:
          return nil, fmt.Errorf("unexpected PlusAuth error: %v", answer.Error)
        }
      }
      return read(resp)
    }
  `)));
});

describe('Go: Insert Error Handler', () => {
  const request = (asked: string): string => file(`
    func create(in io.Reader) (*User, error) {
      resp, err := http.Post("https://acme.plusauth.com/api/v1/roles", "application/json", in)‸
${asked}      return read(resp)
    }
  `);
  const ASKED = '      if err != nil {\n        return nil, err\n      }\n';
  const run = async (source: string): Promise<string | undefined> => {
    const { text, cursor = 0 } = parseMarked(source);
    const edits = await withDocument(text, GO, (uri) => sharedHost().service.doInsertHandler(uri, cursor, settingsOf(GO)));
    return edits && applyEdits(text, edits.map((e, i) => (i === edits.length - 1 ? { ...e, newText: plainText(e.newText) } : e)));
  };

  it('behind the question for the error of the call', async () => {
    const result = (await run(request(ASKED))) ?? '';
    assert.deepEqual(await syntaxErrors(result, 'go'), []);
    assert.match(result, /\n\t\treturn nil, err\n\t\}\n\tif resp\.StatusCode >= http\.StatusBadRequest \{\n\t\tvar answer struct \{/);
  });
  it('not where nobody asks for that', async () => assert.equal(await run(request('')), undefined));
});

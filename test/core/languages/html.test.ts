import { checkFindings, checkForeign, checkSilent } from '../../harness/check';
import { checkHover } from '../../harness/features';
import { checkFix } from '../../harness/fixes';

const html = { languageId: 'html' };

describe('Scripts of HTML', () => {
  for (const [what, attributes] of [
    ['no type', ''],
    ['a type', ' type="text/javascript"'],
    ['an empty type', ' type=""'],
    ['a module', ' type=module async'],
    ['capitals', ' TYPE="Module"'],
    ['Babel', ' type="text/babel" data-presets="env,react"'],
  ] as const) {
    it(`with ${what}`, () => checkFindings(`
      <!doctype html>
      <p>PlusAuth</p>
      <script${attributes}>
        function onFailure(e) {
          if (e.error === 'missing_token') location.href = '/login';
          //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
        }
      </script>
    `, html));
  }

  for (const type of ['application/json', 'application/ld+json', 'importmap', 'speculationrules', 'text/template', 'text/x-handlebars', 'x-shader/x-vertex', 'text/plain']) {
    it(`that are ${type}`, () => checkSilent(`
      <p>PlusAuth</p>
      <script type="${type}">
        if (e.error === 'missing_token') location.href = '/login';
        var answer = { "error": "already_exists", "status": 400 };
      </script>
    `, html));
  }

  it('several, with what one declares for the others', () => checkFindings(`
    <script>var TAKEN = 'already_exists';</script>
    <script src="https://acme.plusauth.com/sdk.js"></script>
    <p>5 < 6 && a</p>
    <script>
      function onFailure(e) {
        if (e.error === TAKEN) show('taken');
        //<^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
      }
    </script>
  `, html));

  it('end where the element ends', () => checkFindings(`
    <!-- PlusAuth -->
    <script>
      const text = "<p>";
      if (e.error === 'missing_token') show(text);
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
    </script >
    if (e.error === 'missing_scope') show(text);
    <style>p::after { content: "<script>if (e.error === 'missing_scope') show();</script>" }</style>
  `, html));

  it('get fallbacks', () => checkFix(`
    <p>PlusAuth</p>
    <script>
        function onFailure(e) {
            if (e.error === 'missing_token') {
                location.href = '/login';
            }
        }
    </script>
  `, { code: 'unhandled-error' }, `
    <p>PlusAuth</p>
    <script>
        function onFailure(e) {
            if (e.error === 'missing_token') {
                location.href = '/login';
            } else {
                throw e;
            }
        }
    </script>
  `, html));

  it('on one line', () => checkFix(`
    <!-- PlusAuth --><script>plusAuth.users.getAll().catch((e) => { if (e.error === 'missing_scope') { ask(); } });</script>
  `, { code: 'unhandled-error' }, undefined, html));

  it('show cards', async () => {
    await checkHover(`<p>PlusAuth</p><script>if (e.error === 'missing_‸scope') ask(); else throw e;</script>`, /401/, html);
    await checkHover(`<!-- PlusAuth --><script>if (e.status === 40‸9) ask(); else throw e;</script>`, /already_exists/, html);
  });

  it('silenced', () => checkSilent(`
    <!-- PlusAuth -->
    <script>
      // plusauth-errors-ignore-next-line
      if (e.error === 'missing_token') location.href = '/login';
    </script>
    <!-- plusauth-errors-ignore-file status-mismatch -->
    <script>var answer = { error: 'already_exists', status: 400 };</script>
  `, html));

  it('of Angular stay unread', () => checkSilent(`
    <!-- PlusAuth -->
    @if (failure.error === 'already_exists') {
      <p>Taken</p>
    } @else if (count < 3) {
      <p *ngIf="failure.error === 'invalid_entity'">Wrong</p>
    }
    <div [ngSwitch]="failure.error"><p *ngSwitchCase="'missing_scope'">Ask</p></div>
  `, html));

  it('of other APIs', () => checkForeign(`
    <p>invalid_request</p>
    <script>
      const error = new URLSearchParams(location.search).get('error');
      if (error === 'invalid_request') show('Wrong');
      else if (error === 'server_error') show('Later');
    </script>
  `, html));
});

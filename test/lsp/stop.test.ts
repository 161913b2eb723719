import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CancellationTokenSource, WorkDoneProgress, type Location, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport } from 'vscode-languageserver/node';
import { lookUpRequest, surveyProgress, surveyRequest, type SurveyProgress } from '../../server/src/protocol';
import { inProcess, inWorker } from './peers';
import { CAREFUL, FORGETFUL } from './samples';
import { rangeAt, TestServer } from './testServer';

const ROOT = 'vscode-vfs://github/acme/admin';
const OPEN = `${ROOT}/src/open.ts`;
const TEXTS = { [OPEN]: FORGETFUL, [`${ROOT}/src/a.ts`]: CAREFUL, [`${ROOT}/src/deep/b.ts`]: FORGETFUL };
const AT_NAME = { textDocument: { uri: OPEN }, position: rangeAt(FORGETFUL, FORGETFUL.indexOf('already_exists') + 3, 0).start, context: { includeDeclaration: true } };

/** A client whose files come only when they are let go: those whose address the pattern fits. */
class Gate {
  private readonly held: (() => void)[] = [];
  private told: () => void = () => undefined;
  pattern = /$^/;

  readonly pass = (uri: string): Promise<void> | undefined =>
    this.pattern.test(uri)
      ? new Promise((resolve) => {
          this.held.push(resolve);
          this.told();
        })
      : undefined;

  /** Resolves when something is held for the first time from now on. */
  hold(pattern: RegExp): Promise<void> {
    this.pattern = pattern;
    return new Promise((resolve) => (this.told = resolve));
  }

  open(): void {
    this.pattern = /$^/;
    for (const release of this.held.splice(0)) release();
  }
}

for (const [where, peer] of [['a web worker', inWorker], ['Node', inProcess]] as const) {
  describe(`a search through the workspace, from ${where}`, () => {
    const gate = new Gate();
    let server: TestServer;
    before(async () => {
      server = await TestServer.start({
        peer,
        capabilities: { workspace: { workspaceFolders: true }, window: { workDoneProgress: true } },
        workspaceFolders: [ROOT],
        files: { texts: TEXTS, asset: (name) => readFile(path.join('dist/grammars', name)), gate: gate.pass },
      });
      await server.open(OPEN, FORGETFUL);
    });
    afterEach(() => gate.open());
    after(() => server.stop());

    const searches: readonly (readonly [string, string, object])[] = [
      ['references', 'textDocument/references', { ...AT_NAME, workDoneToken: 'shown' }],
      ['symbols', 'workspace/symbol', { query: 'already_exists', workDoneToken: 'shown' }],
      ['the view', surveyRequest.name, { id: 1 }],
    ];
    for (const [what, method, params] of searches) {
      for (const [during, pattern] of [['while a folder is listed', /src\/deep$/], ['while a file is read', /b\.ts$/]] as const) {
        it(`for ${what} stops at once when it is cancelled ${during}, and nothing goes on`, async () => {
          const held = gate.hold(pattern);
          const source = new CancellationTokenSource();
          const search = server.connection.sendRequest(method, params, source.token);
          await held;
          source.cancel();
          await assert.rejects(search, /cancelled/i);
          const asked = server.listed.length + server.read.length;
          gate.open();
          // What would go on after the answer would have asked by the time of the next one.
          for (let round = 0; round < 3; round++) await server.ask(lookUpRequest, {});
          assert.equal(server.listed.length + server.read.length, asked);
          assert.deepEqual(server.logged, []);
        });
      }
    }

    it('for references shows a progress of its own, which a person can stop', async () => {
      const tokens: (string | number)[] = [];
      const said: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
      let ended: () => void = () => undefined;
      const end = new Promise<void>((resolve) => (ended = resolve));
      server.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
        tokens.push(token);
        server.connection.onProgress(WorkDoneProgress.type, token, (value) => {
          said.push(value);
          if (value.kind === 'end') ended();
        });
        return null;
      });
      const held = gate.hold(/b\.ts$/);
      const search = server.connection.sendRequest<Location[]>('textDocument/references', AT_NAME);
      await held;
      assert.equal(tokens.length, 1);
      const [token] = tokens;
      assert.ok(token !== undefined);
      await server.connection.sendNotification('window/workDoneProgress/cancel', { token });
      // What was found up to then is the answer.
      assert.deepEqual((await search).map(({ uri }) => uri).filter((uri) => uri.endsWith('b.ts')), []);
      await end;
      const [begin] = said;
      assert.ok(begin?.kind === 'begin' && begin.cancellable === true && begin.title.includes('PlusAuth'));
      assert.equal(said.at(-1)?.kind, 'end');

      gate.open();
      const whole = await server.connection.sendRequest<Location[]>('textDocument/references', AT_NAME);
      assert.deepEqual(whole.map(({ uri }) => uri).sort(), Object.keys(TEXTS).sort());
      assert.equal(tokens.length, 2);
    });

    it('that was stopped is begun anew for the view', async () => {
      const found: SurveyProgress[] = [];
      server.connection.onNotification(surveyProgress.name, (part: SurveyProgress) => void found.push(part));
      assert.deepEqual(await server.ask(surveyRequest, { id: 2 }), { searched: 3 });
      assert.deepEqual(found.flatMap(({ files }) => files.map(({ uri }) => uri)).sort(), Object.keys(TEXTS).sort());
    });
  });
}

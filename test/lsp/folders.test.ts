import assert from 'node:assert/strict';
import { FOREIGN, FORGETFUL } from './samples';
import { TestServer, type StartOptions } from './testServer';

const WEB = 'file:///acme/web/src/a.ts';
const MOBILE = 'file:///acme/mobile/src/a.ts';
const SEVERITIES = { error: 1, warning: 2 };

/** A client that pulls, or one that only takes what is pushed; both know folders. */
const CLIENTS: Readonly<Record<string, NonNullable<StartOptions['capabilities']>>> = {
  'a client that pulls': { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } } },
  'a client that is pushed to': { workspace: { workspaceFolders: true } },
};

/** Starts a server whose client answers by folder: the settings of the longest one that holds the document. */
const start = (capabilities: NonNullable<StartOptions['capabilities']>, folders: Map<string, unknown>) =>
  TestServer.start({
    capabilities,
    configuration: (uri) => folders.get([...folders.keys()].filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0] ?? '') ?? {},
  });

const changeFolders = (server: TestServer, added: readonly string[], removed: readonly string[]) => {
  const named = (uri: string) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) });
  return server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: added.map(named), removed: removed.map(named) } });
};

for (const [client, capabilities] of Object.entries(CLIENTS)) {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  const severities = (found: readonly { readonly severity?: number }[]) => found.map(({ severity }) => severity);

  /** Resolves when the findings of the document as it is have these severities. */
  const shows = async (server: TestServer, uri: string, expected: readonly number[]) => {
    if (pulls) assert.deepEqual(severities(await server.pull(uri)), expected);
    else await server.until(() => JSON.stringify(severities(server.published.findLast((params) => params.uri === uri)?.diagnostics ?? [{ severity: -1 }])) === JSON.stringify(expected));
  };

  describe(`several folders, one server, ${client}`, () => {
    it('has settings and context of each folder', async () => {
      const server = await start(capabilities, new Map<string, unknown>([
        ['file:///acme/web', { severity: { unhandledError: 'error' } }],
        ['file:///acme/mobile', { context: 'never' }],
        ['file:///acme/mobile/admin', { context: 'always' }],
      ]));
      assert.deepEqual(server.result.capabilities.workspace?.workspaceFolders, { supported: true, changeNotifications: true });
      // Said once, with the capabilities: a client may end over a registration that comes before them.
      assert.ok(!server.registered.includes('workspace/didChangeWorkspaceFolders'));
      const admin = 'file:///acme/mobile/admin/a.ts';
      const foreign = 'file:///acme/web/src/foreign.ts';
      for (const uri of [WEB, MOBILE]) await server.open(uri, FORGETFUL);
      for (const uri of [admin, foreign]) await server.open(uri, FOREIGN);
      await shows(server, WEB, [SEVERITIES.error]);
      await shows(server, MOBILE, []);
      await shows(server, admin, [SEVERITIES.warning]);
      await shows(server, foreign, []);
      assert.ok(await server.hover(WEB, "'already|_exists'"));
      assert.equal(await server.hover(MOBILE, "'already|_exists'"), null);
      await server.stop();
    });

    it('follows when a folder is added and removed', async () => {
      const folders = new Map<string, unknown>([['file:///acme/web', {}]]);
      const server = await start(capabilities, folders);
      for (const uri of [WEB, MOBILE]) await server.open(uri, FORGETFUL);
      await shows(server, MOBILE, [SEVERITIES.warning]);

      folders.set('file:///acme/mobile', { severity: { unhandledError: 'error' } });
      await changeFolders(server, ['file:///acme/mobile'], []);
      if (pulls) await server.until(() => server.refreshes === 1);
      await shows(server, MOBILE, [SEVERITIES.error]);
      await shows(server, WEB, [SEVERITIES.warning]);

      folders.delete('file:///acme/mobile');
      await changeFolders(server, [], ['file:///acme/mobile']);
      if (pulls) await server.until(() => server.refreshes === 2);
      await shows(server, MOBILE, [SEVERITIES.warning]);
      await server.stop();
    });
  });
}

describe('a client that knows no folders', () => {
  it('is told nothing of them', async () => {
    const server = await TestServer.start();
    assert.equal(server.result.capabilities.workspace, undefined);
    await server.stop();
  });
});

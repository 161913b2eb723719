import type { Connection } from 'vscode-languageserver';
import { fieldsOf, QUERY_ENGINES, wantedOf } from '../core/logs/queries';
import { isRecord } from '../core/context/settings';
import { cardRequest, explainRequest, insertHandlerRequest, logQueriesRequest, lookUpRequest, recordLinksRequest, SECTION, statusRequest, type Method } from '../protocol';
import { toTextEdit } from './convert';
import type { Engine } from './engine';
import { guarded, type Log } from './guards';
import type { SettingsStore } from './settings';

const requireString = (value: unknown, name: string): string => {
  if (typeof value !== 'string') throw new TypeError(`"${name}" must be a string, not ${JSON.stringify(value)}.`);
  return value;
};

/** The requests beyond the protocol: what the palette commands and the status item show. */
export function registerCustomRequests(connection: Connection, engine: Engine, settings: SettingsStore, log: Log): void {
  const on = <P, R>(method: Method<P, R>, empty: R, answer: (params: P) => Promise<R>) => {
    connection.onRequest(method.name, guarded<P, R>(log, method.name, empty, answer));
  };
  const localeFor = async (uri: string | undefined) => (await settings.get(uri)).locale;

  on(statusRequest, null, async ({ uri }) => {
    const service = await engine.get();
    const wanted = await settings.get(requireString(uri, 'uri'));
    const document = engine.document(uri);
    if (document === undefined) return null;
    const [{ speaks, reason, evidence, manifest }, findings] = await Promise.all([service.doContext(uri, wanted), service.doDiagnose(uri, wanted)]);
    return {
      speaks,
      reason,
      ...(evidence === undefined ? {} : { evidence: document.rangeOf(evidence) }),
      ...(manifest === undefined ? {} : { manifest }),
      mode: wanted.context,
      findings: findings.length,
    };
  });
  on(lookUpRequest, [], async (params) => (await engine.get()).lookUp(await localeFor(params?.uri)));
  on(cardRequest, null, async ({ subject, uri }) => (await engine.get()).card(requireString(subject, 'subject'), await localeFor(uri)) ?? null);
  on(explainRequest, '', async ({ text, uri }) => (await engine.get()).explain(requireString(text, 'text'), await localeFor(uri)));
  on(recordLinksRequest, [], async ({ text, uri }) => {
    const service = await engine.get();
    const links = await service.recordLinks(requireString(text, 'text'), uri, await settings.get(uri));
    return links.map(({ span, name, tooltip, card }) => ({ start: span.start, length: span.end - span.start, name, tooltip, card }));
  });
  on(logQueriesRequest, null, ({ subject, fields: given }) => {
    const wanted = wantedOf(requireString(subject, 'subject'));
    const fields = fieldsOf(isRecord(given) ? given : {}, (field, value) => log(`Setting ${SECTION}.logs.fields: ${field} is ${JSON.stringify(value)}, which is no name of a field. Its default is used.`));
    return Promise.resolve(wanted ? QUERY_ENGINES.map((engine) => ({ engine: engine.id, title: engine.title, query: engine.query(wanted, fields) })) : null);
  });
  on(insertHandlerRequest, null, async ({ uri, position }) => {
    const service = await engine.get();
    const wanted = await settings.get(requireString(uri, 'uri'));
    const document = engine.document(uri);
    if (document === undefined) return null;
    const edits = await service.doInsertHandler(uri, document.offsetAt(position), wanted);
    return edits?.length ? { version: document.version, edits: edits.map((edit) => toTextEdit(edit, document)) } : null;
  });
}

import { codeList, plainList } from './list';
import type { Texts } from './types';

const list = (items: readonly (string | number)[]): string => codeList(items, 'and');
/** For messages that editors show as plain text. */
const plain = (items: readonly (string | number)[]): string => plainList(items, 'and');
const shown = (names: readonly string[], more: number): string => (more > 0 ? `${names.map((name) => `'${name}'`).join(', ')} and ${more} more` : plain(names));
const branch = (what: string | number): string => (typeof what === 'number' ? `status ${what}` : `'${what}'`);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const en: Texts = {
  finding: {
    unhandledError({ names, more, everything }) {
      if (everything) return `Every PlusAuth error vanishes here: ${shown(names, more)}. Add a fallback or the branches.`;
      if (names.length + more === 1) return `The PlusAuth error ${plain(names)} vanishes here. Add its branch or a fallback.`;
      return `Unhandled PlusAuth errors vanish here: ${shown(names, more)}. Add a fallback or the missing branches.`;
    },
    onlyFallback: ({ names, more }) => `Not named here, only caught by the fallback: ${shown(names, more)}. Add the branches.`,
    unknownError: (found, suggestion) => `PlusAuth has no error '${found}', so this never matches. Did you mean '${suggestion}'?`,
    statusMismatch: (name, status, expected) =>
      `'${name}' and status ${status} cannot occur together: PlusAuth answers '${name}' with ${expected}. Change the status or the name.`,
    unreachableBranch: (what, takenBy) =>
      takenBy === undefined
        ? `${upper(branch(what))} is handled by an earlier branch, so this one never runs. Remove it.`
        : `The earlier branch on ${branch(takenBy)} takes ${branch(what)} already, so this one never runs for it. Remove it.`,
    undocumentedStatus: (status, meant) =>
      meant
        ? `PlusAuth documents no error with status ${status}: ${plain(meant.names)} ${meant.names.length > 1 ? 'come' : 'comes'} with ${meant.status}. Change the status.`
        : `PlusAuth documents no error with status ${status}, so this branch is not expected to run. Check the status.`,
    swallowedError: (kind) =>
      ({
        catch: 'This catch does nothing, so every PlusAuth error of the call vanishes. Handle it, rethrow it, or say in a comment why it may vanish.',
        fallback: 'This fallback does nothing, so every PlusAuth error without a branch vanishes. Report it, rethrow it, or say in a comment why it may vanish.',
        logOnly: 'This only logs, so the caller takes the failed PlusAuth call for a success. Handle the error or rethrow it.',
      })[kind],
    unusedSuppression: (code) =>
      code === undefined ? 'This comment silences nothing. Remove it.' : `There is no '${code}' here for this comment to silence. Remove it.`,
    lookedUpHere: 'The table is looked up here, without a default.',
    handledHere: 'It is handled here already.',
  },
  fix: {
    addFallback: (kind) => ({ rethrow: 'Add a fallback that rethrows', report: 'Add a fallback that reports' })[kind],
    addAllMissing: (count) => (count === 1 ? 'Add the missing branch' : `Add all ${count} missing branches`),
    addOne: (name) => `Add a branch for ${name}`,
    addByStatus: (count) => (count === 1 ? 'Add a branch for the missing status' : `Add ${count} branches, one per status`),
    changeName: (to) => `Change to '${to}'`,
    changeStatus: (to) => `Change the status to ${to}`,
    removeBranch: 'Remove the branch that never runs',
    removeSuppression: 'Remove the comment that silences nothing',
    insertHandler: 'Insert a handler for PlusAuth errors',
    rethrow: 'Rethrow the error',
    suppress: (code, where) => (where === 'line' ? `Silence ${code} on this line` : `Silence ${code} in this file`),
  },
  reason: {
    import: (evidence) => `The file imports '${evidence}'.`,
    identifier: (evidence) => `The file names '${evidence}'.`,
    url: (evidence) => `The file holds the address '${evidence}'.`,
    comment: (evidence) => `A comment says “${evidence}”.`,
    manifest: (name) => `'${name}' of the project lists a PlusAuth package.`,
    handlerNames: (names) => `A handler names ${plain(names)}, which only PlusAuth has.`,
    always: 'Switched on by the setting: every file of this folder counts as PlusAuth code.',
    never: 'Switched off by the setting for this folder.',
    nothing: 'Neither the file nor its project names PlusAuth.',
  },
  completion: {
    name: (status, handled) => (handled ? `${status}, handled already` : status),
    status: (names) => names.join(', '),
    branch: (name, status) => `PlusAuth: branch for ${name} (${status})`,
    allMissing: (count) => (count === 1 ? 'PlusAuth: the missing branch' : `PlusAuth: all ${count} missing branches`),
    fallback: 'PlusAuth: fallback for every other error',
    handler: (variable) => `PlusAuth: handler for the errors in ${variable}`,
    retry: 'PlusAuth: retry with backoff on too_many_requests and server_error',
    retryCaution: 'Repeat only what may happen twice: a call that creates something can have succeeded.',
  },
  card: {
    quoted: 'PlusAuth’s documentation',
    translation: undefined,
    advice: 'Our advice, not PlusAuth’s:',
    turn: { fix: 'Fix the code or the configuration.', handle: 'Handle it at run time.', retry: 'Retry.' },
    causes: 'Usual causes',
    check: 'Check first',
    retryable: (yes) => (yes ? 'Retryable' : 'Not retryable'),
    careful: 'Careful',
    confused: 'Often confused with',
    statusTitle: (status) => `Status ${status} of the PlusAuth REST API`,
    nameColumn: 'Name',
    sentenceColumn: 'PlusAuth’s description',
    turnColumn: 'Our advice',
    shortTurn: { fix: 'fix the code or configuration', handle: 'handle at run time', retry: 'retry with backoff' },
    oneName: (name) => `The only documented name with this status is \`${name}\`.`,
    manyNames: (count, status) => `${count} names share ${status}: branch on \`error\`, not on the status alone.`,
    serverRange: '`server_error` owns every status from 500 to 599. A proxy may answer in HTML, without `error`: match `status >= 500` too.',
    refreshOnce: 'No name here means “expired”. A new token helps only where none was sent: refreshing on every 401 loops.',
    notDocumented: (status) => `PlusAuth documents no error with status ${status}.`,
    meant: ({ status, names }) => `Where other APIs use it, PlusAuth answers **${status}**: ${list(names)}. Code that branches on it never runs for ${names.length > 1 ? 'them' : 'this error'}.`,
    incomplete: 'PlusAuth calls its list “common” errors, so keep a fallback.',
  },
  explain: {
    title: 'PlusAuth response, explained',
    empty: 'There is nothing to explain. Select or copy an error response first: a JSON body such as `{"error": "already_exists", "status": 409}`, a status line with its headers, a log line, or just a name or a status.',
    nothingFound: 'No PlusAuth error was found in this text. Expected: a JSON body with `error`, a status line with its headers, a log line that carries the error, or just a name (`already_exists`) or a status (`409`).',
    record: (index, count) => `Error ${index} of ${count}`,
    inconsistent: 'What does not fit',
    cut: 'The text is very long: only its beginning was read.',
    more: (count) => (count === 1 ? 'One more error in this text is not shown.' : `${count} more errors in this text are not shown.`),
    times: (count) => `found ${count} times`,
    nameAndStatus: (name, status, expected) => `\`${name}\` and status ${status} cannot occur together: PlusAuth documents \`${name}\` with ${expected}.`,
    bodyAndLine: (body, line) => `The body says status ${body}, the response came with ${line}.`,
    nameAndLine: (name, line, expected) => `The response came with ${line}, but PlusAuth documents \`${name}\` with ${expected}: something between may have changed it.`,
    noStatus: (found) => `${found} is no HTTP status.`,
    success: (status) => `Status ${status} is no error, yet the body names one.`,
    noError: (status) => `Status ${status} is no error status.`,
    otherName: (name, origin, source) => {
      const whose = {
        oauth: 'an OAuth or OpenID Connect error',
        login: 'known from PlusAuth’s login and sign-up pages (Web API)',
        client: 'a code of a client library',
      }[origin];
      return `\`${name}\` is ${whose} (${source}), not one of the REST API’s errors. Look which URL answered.`;
    },
    alsoOAuth: (name) => `The text holds an \`/oauth2/\` or \`/oidc/\` address: those endpoints have their own \`${name}\`, and what is said here about the REST API may not apply.`,
    misspelt: (name, suggestion) => `${name} is not documented. Did you mean \`${suggestion}\`?`,
    spelling: (name, catalogue) => `PlusAuth writes \`${catalogue}\`, not ${name}: a comparison with the latter never matches.`,
    unknownName: (name) => `${name} is none of the 14 errors PlusAuth documents. That is not wrong by itself: the list is headed “common”. Make sure your code has a fallback.`,
    html: 'The body is HTML, not PlusAuth’s JSON: most likely a proxy, load balancer or gateway in between answered. The SDK’s error then has neither `error` nor `status`, so only a fallback catches it.',
    noName: 'There is no `error` name here, only the status.',
    retryAfter: (value) => `The response asks to wait: \`Retry-After\` is ${value}. Honour it.`,
    description: (text) => `The response itself says: ${text}`,
  },
  log: {
    inRecord: 'In this record',
    description: (text) => `the description ${text}`,
    request: (text) => `the request ${text}`,
    status: (text) => `the status ${text}`,
    contradiction: (name, status, expected) =>
      `'${name}' and status ${status} cannot occur together: PlusAuth answers '${name}' with ${expected}. Look for what changed the answer on its way: a proxy, a wrapper, or the program that logged it.`,
    openReference: 'Open PlusAuth’s errors reference',
    openCard: (name) => `Show what ${name} means`,
  },
  find: {
    handled: 'handled',
    missing: 'not handled',
    statusOf: (name, status) => `PlusAuth answers ${name} with status ${status}`,
    missingCount: (count) => `${count} not handled`,
    missingNames: (names) => `Not handled here: ${names.join(', ')}`,
    searching: 'PlusAuth errors',
    searched: (files) => (files === 1 ? '1 file searched' : `${files} files searched`),
  },
  assist: {
    notFound: (query, names) => `No PlusAuth error fits "${query}". Ask again with one of the documented names (${names.join(', ')}), with an HTTP status, or with other words of the description. A name that is not documented can still occur: handle it in a fallback.`,
    noQuery: () => 'The input "query" is missing. Give the name of an error, an HTTP status, or words that describe what went wrong.',
    noFile: (path) => `${path} cannot be checked: no folder of this workspace holds such a file, or it cannot be read. Give a path relative to a workspace folder, or the URI of an open document.`,
    unread: (path, extensions) => `${path} cannot be checked: its language is not read. Give a file that ends in ${extensions.join(' ')}.`,
    silent: (path, why) => `Nothing is said of ${path}: ${why} If it does call PlusAuth, name PlusAuth in it (an import, an address, a comment), or set plusauthErrors.context to always.`,
    clean: (path) => `${path}: no finding. No documented PlusAuth error vanishes in the handlers that could be judged.`,
    findings: (path, count) => (count === 1 ? `${path}: 1 finding.` : `${path}: ${count} findings.`),
    fixes: (titles) => `Fixes that the editor offers: ${titles.join('; ')}`,
    handled: (names) => `Errors that a branch handles there: ${names.join(', ')}`,
    advice: 'The list of PlusAuth’s errors is headed “common”: keep a fallback that rethrows or reports. Retry only too_many_requests and server_error, with bounded backoff.',
  },
};

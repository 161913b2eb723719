import { checkFindings } from './check';
import type { CheckOptions } from './document';

/** Conditions by the errors that they name: each is understood, so what it does not name vanishes. `source` puts the mark below the condition, behind what begins a comment. */
export function holdQuestions(language: CheckOptions, source: (test: string, mark: string) => string, questions: Readonly<Record<string, readonly string[]>>): void {
  for (const [names, tests] of Object.entries(questions)) {
    for (const test of tests) it(test, async () => void (await checkFindings(source(test, `<^… unhandled-error without: ${names}`), language)));
  }
}

/** A chain with its mark is understood wherever it can stand: at `CHAIN` in each of the places. */
export function holdPlaces(language: CheckOptions, source: (statements: string) => string, chain: string, places: readonly string[]): void {
  for (const place of places) {
    const statements = place.replace(/^( *)CHAIN/m, (_, indent: string) => chain.split('\n').map((line) => indent + line).join('\n'));
    it(place.replace(/\s+/g, ' '), async () => void (await checkFindings(source(statements), language)));
  }
}

/** What is not below 500 may also be an answer without a status. */
export const NOT_BELOW_500 = 'invalid_request, unsupported_view_template, server_error';

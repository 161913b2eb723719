import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/model/edit';
import type { Change } from '../../server/src/core/model/document';
import type { Finding } from '../../server/src/core/model/finding';
import { settingsOf, withDocument } from './document';
import { sharedHost } from './host';

/** An edit that means something in any text: its place is a part of the text's length, because each edit changes that. */
export interface AnyEdit {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

/** Edits that write one of some fragments, now and then in the place of up to `most` characters. */
export const anyEdit = (fragments: readonly string[], most: number): fc.Arbitrary<AnyEdit> =>
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(most)),
    newText: fc.constantFrom(...fragments),
  });

/** What can be compared of findings. */
export const plain = (findings: readonly Finding[]): object[] =>
  findings
    .map(({ code, severity, span, message, missing, related }) => ({ code, severity, span, message, missing, related }))
    .sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));

/** Opens a text and edits it; after each batch, and a quiet moment, `check` is given the text and what is found in it. */
export function afterEdits(text: string, languageId: string, batches: readonly (readonly AnyEdit[])[], check: (current: string, found: readonly Finding[]) => Promise<void>): Promise<void> {
  return withDocument(text, { languageId }, async (uri) => {
    const { service } = sharedHost();
    let current = text;
    let version = 1;
    await service.doDiagnose(uri, settingsOf({}));
    for (const batch of batches) {
      const changes: Change[] = [];
      for (const { at, length, newText } of batch) {
        const start = Math.floor(at * current.length);
        const end = Math.min(current.length, start + length);
        changes.push({ start, end, newText });
        current = applyEdits(current, [{ span: { start, end }, newText }]);
      }
      service.update({ uri, languageId, version: ++version, text: current }, changes);
      await service.doDiagnose(uri, settingsOf({}));
      service.settle();
      await check(current, await service.doDiagnose(uri, settingsOf({})));
    }
  });
}

import { decoded, View, withoutColours } from './view';

/** Docker's `json-file` driver: one JSON object around each line. */
const DOCKER = /^\{"log":"((?:[^"\\]|\\.)*)"(?:,"stream":"\w+")?[^{}]*?"time":"([^"]*)"\}\s*$/;
/** The container runtime interface of Kubernetes. */
const CRI = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) std(?:out|err) [FP] /;
/** `kubectl logs --prefix` and docker compose. */
const PREFIX = /^(?:\[pod\/[^\]\s]+\] |[\w.-]{1,60} {1,30}\| ?)/;

/** A record as the program printed it, without what its surroundings put around each line, and without colours. */
export function unwrapped(source: string): { readonly view: View; readonly time: string | undefined } {
  const wrapper = [DOCKER, CRI, PREFIX].find((pattern) => pattern.test(source.split('\n', 1)[0] ?? ''));
  if (!wrapper) return { view: withoutColours(source), time: undefined };
  let time: string | undefined;
  const view = View.build((add) => {
    for (const { 0: line, index } of source.matchAll(/[^\n]+\n?/g)) {
      const match = wrapper.exec(line);
      if (!match) add(line, index);
      else if (wrapper === DOCKER) {
        time ??= match[2];
        const inner = decoded(match[1] ?? '');
        for (let at = 0; at < inner.text.length; at++) add(inner.text.charAt(at), index + '{"log":"'.length + inner.source(at));
        if (!inner.text.endsWith('\n')) add('\n', index + line.length - 1);
      } else {
        time ??= wrapper === CRI ? match[1] : undefined;
        add(line.slice(match[0].length), index + match[0].length);
      }
    }
  });
  const plain = withoutColours(view.text);
  return { view: plain.text === view.text ? view : composed(plain, view), time };
}

/** A view of a view. */
function composed(inner: View, outer: View): View {
  return View.build((add) => {
    for (let at = 0; at < inner.text.length; at++) add(inner.text.charAt(at), outer.source(inner.source(at)));
  });
}

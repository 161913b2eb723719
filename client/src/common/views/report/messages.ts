import { escapeHtml } from '../html';

/** What a person can ask for on the page. Places and names are indexes of what the view holds: nothing that a log says comes back as something to run. */
export type ReportMessage =
  | { readonly type: 'narrow'; readonly since: number; readonly until: number }
  | { readonly type: 'back' | 'whole' }
  | { readonly type: 'export'; readonly format: 'json' | 'csv' }
  | { readonly type: 'open'; readonly list: 'kind'; readonly kind: number; readonly place: number }
  | { readonly type: 'open'; readonly list: 'contradictions'; readonly place: number }
  | { readonly type: 'card'; readonly kind: number }
  | { readonly type: 'query'; readonly kind: number; readonly engine?: string };

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** What a page sent, or undefined when it is none of our messages. */
export function readMessage(message: unknown): ReportMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, since, until, format, list, kind, place, engine } = message as Record<string, unknown>;
  switch (type) {
    case 'narrow':
      return Number.isFinite(since) && Number.isFinite(until) ? { type, since: Number(since), until: Number(until) } : undefined;
    case 'back':
    case 'whole':
      return { type };
    case 'export':
      return format === 'json' || format === 'csv' ? { type, format } : undefined;
    case 'open':
      if (!isCount(place)) return undefined;
      if (list === 'contradictions') return { type, list, place };
      return list === 'kind' && isCount(kind) ? { type, list, kind, place } : undefined;
    case 'query':
      return isCount(kind) ? { type, kind, ...(typeof engine === 'string' && { engine }) } : undefined;
    case 'card':
      return isCount(kind) ? { type, kind } : undefined;
    default:
      return undefined;
  }
}

/** The attribute of an element that sends a message when it is chosen. */
export const sending = (message: ReportMessage): string => `data-send="${escapeHtml(JSON.stringify(message))}"`;

/** Runs in the page. Buttons send what they carry; bars of the timeline are one stop of the Tab key, and the arrow keys move among them. */
export const SCRIPT = `
const host = acquireVsCodeApi();
const send = (element) => host.postMessage(JSON.parse(element.dataset.send));
document.addEventListener('click', (event) => {
  const element = event.target.closest('[data-send]');
  if (element) send(element);
});
document.addEventListener('keydown', (event) => {
  const bar = event.target.closest('.bar');
  if (!bar || event.altKey || event.ctrlKey || event.metaKey) return;
  const bars = [...document.querySelectorAll('.bar')];
  const at = bars.indexOf(bar);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[event.key];
  if (to !== undefined) {
    const next = bars[Math.min(Math.max(to, 0), bars.length - 1)];
    bar.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  } else if ((event.key === 'Enter' || event.key === ' ') && bar.dataset.send) send(bar);
  else return;
  event.preventDefault();
});
const first = document.querySelector('[data-first]');
if (first) first.focus();
`;

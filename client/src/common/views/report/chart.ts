import type { LogAnalysis } from '../../../../../server/src/protocol';
import { escapeHtml } from '../html';
import type { Format } from './format';
import { sending } from './messages';

/** Looks that can be told apart: six colours, each plain, striped and dotted. */
export const LOOKS = 18;
const HEIGHT = 200;
const WIDTH = 1000;

type Timeline = LogAnalysis['timeline'];

/** The place of a bucket, and how many there is room for: empty buckets are not listed. */
function scaleOf({ milliseconds, buckets }: Timeline): { readonly slots: number; readonly slot: (start: number) => number } {
  const first = buckets[0]?.start ?? 0;
  const last = buckets.at(-1)?.start ?? first;
  return { slots: Math.max(Math.round((last - first) / milliseconds) + 1, 1), slot: (start) => Math.round((start - first) / milliseconds) };
}

const sum = (byKind: Readonly<Record<string, number>>): number => Object.values(byKind).reduce((total, count) => total + count, 0);
const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** A number a scale can end with: one digit and zeros. */
export function ceiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([1, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Whether there is a shorter range to choose. */
export const isNarrowable = ({ buckets, milliseconds }: Timeline): boolean => buckets.length > 1 || (buckets.length === 1 && milliseconds > 60_000);

/** `looks`: what each kind looks like, by its key, in the order of the stack. */
export function chart({ timeline }: LogAnalysis, looks: ReadonlyMap<string, number>, format: Format): string {
  const { milliseconds, buckets } = timeline;
  const { slots, slot } = scaleOf(timeline);
  const top = ceiling(Math.max(1, ...buckets.map(({ byKind }) => sum(byKind))));
  const step = WIDTH / slots;
  // A single bar as wide as the page would look like a mistake.
  const width = Math.min(step * 0.86, WIDTH / 12);
  const active = isNarrowable(timeline);
  const bars = buckets.map(({ start, byKind }, index) => {
    const x = slot(start) * step + (step - width) / 2;
    let y = HEIGHT;
    const parts = [...looks].flatMap(([key, look]) => {
      const count = byKind[key] ?? 0;
      if (count === 0) return [];
      const height = (count / top) * HEIGHT;
      y -= height;
      return [`<rect class="k${look}" x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"/>`];
    });
    const kinds = [...looks.keys()].filter((key) => byKind[key]).map((key) => `${key} ${format.number(byKind[key] ?? 0)}`).join(', ');
    const label = escapeHtml(format.t.bar(format.minute(start), format.number(sum(byKind)), kinds));
    const role = active ? `role="button" tabindex="${index === 0 ? 0 : -1}" ${sending({ type: 'narrow', since: start, until: start + milliseconds })}` : `role="img" tabindex="${index === 0 ? 0 : -1}"`;
    return `<g class="bar" ${role} aria-label="${label}"><title>${label}</title><rect class="whole" x="${rounded(slot(start) * step)}" y="0" width="${rounded(step)}" height="${HEIGHT}"/>${parts.join('')}</g>`;
  });
  const grid = [0, 0.5].map((part) => `<line class="grid" x1="0" x2="${WIDTH}" y1="${part * HEIGHT}" y2="${part * HEIGHT}"/>`).join('');
  const first = buckets[0]?.start ?? 0;
  const last = buckets.at(-1)?.start ?? 0;
  const middle = first + Math.floor((slots - 1) / 2) * milliseconds;
  const ticks = (slots === 1 ? [first] : slots === 2 ? [first, last] : [first, middle, last]).map((time) => `<span>${escapeHtml(format.minute(time))}</span>`).join('');
  const half = top % 2 === 0 ? format.number(top / 2) : '';
  return `<div class="chart">
<div class="scale" aria-hidden="true"><span>${format.number(top)}</span><span>${half}</span><span>0</span></div>
<svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label="${escapeHtml(format.t.chart(format.duration(milliseconds)))}">
${defs()}
${grid}
${bars.join('\n')}
<line class="base" x1="0" x2="${WIDTH}" y1="${HEIGHT}" y2="${HEIGHT}"/>
</svg>
<div class="ticks${slots === 1 ? ' single' : ''}" aria-hidden="true">${ticks}</div>
</div>`;
}

/** Stripes and dots for the kinds beyond the six colours. */
function defs(): string {
  const patterns = Array.from({ length: LOOKS - 6 }, (_, index) => {
    const look = index + 6;
    const inside = look < 12 ? '<path d="M0 0H6"/>' : '<circle cx="3" cy="3" r="1.6"/>';
    return `<pattern id="p${look}" class="c${look % 6}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="ground" width="6" height="6"/>${inside}</pattern>`;
  });
  return `<defs>${patterns.join('')}</defs>`;
}

/** A kind's own timeline, as small as a word. */
export function course({ timeline }: LogAnalysis, key: string, look: number, label: string): string {
  const { slots, slot } = scaleOf(timeline);
  const columns = Math.min(slots, 60);
  const counts = new Array<number>(columns).fill(0);
  for (const { start, byKind } of timeline.buckets) {
    const column = Math.min(columns - 1, Math.floor((slot(start) * columns) / slots));
    counts[column] = (counts[column] ?? 0) + (byKind[key] ?? 0);
  }
  const top = Math.max(1, ...counts);
  const bars = counts.map((count, column) => {
    const height = count === 0 ? 0 : Math.max(1, (count / top) * 18);
    return count === 0 ? '' : `<rect class="k${look}" x="${column * 2}" y="${rounded(20 - height)}" width="1.6" height="${rounded(height)}"/>`;
  });
  return `<svg class="course" viewBox="0 0 ${Math.max(columns, 20) * 2} 20" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}"><path class="base" d="M0 20H${Math.max(columns, 20) * 2}"/>${bars.join('')}</svg>`;
}

/** A patch with the look of a kind. */
export const patch = (look: number): string => `<svg class="patch" viewBox="0 0 12 12" aria-hidden="true"><rect class="k${look}" width="12" height="12"/></svg>`;

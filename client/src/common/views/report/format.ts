import { escapeHtml } from '../html';
import { REPORT_TEXTS, type ReportTexts } from './texts';

const MINUTE = 60_000;

/** Numbers, times and names of files as people of a language write them. */
export class Format {
  readonly t: ReportTexts;
  readonly zone: string;
  private readonly numbers: Intl.NumberFormat;
  private readonly moments: Intl.DateTimeFormat;
  private readonly minutes: Intl.DateTimeFormat;

  /** @param zone where times are shown; where this machine is, if not given */
  constructor(
    readonly language: 'en' | 'tr',
    zone?: string,
  ) {
    this.t = REPORT_TEXTS[language];
    this.numbers = new Intl.NumberFormat(language);
    const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(zone !== undefined && { timeZone: zone }) };
    this.minutes = new Intl.DateTimeFormat(language, parts);
    this.moments = new Intl.DateTimeFormat(language, { ...parts, second: '2-digit' });
    this.zone = this.minutes.resolvedOptions().timeZone;
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** Three digits that matter are enough; what is there is never 0 %. */
  share(share: number): string {
    const percent = share * 100;
    const digits = percent >= 10 || percent === 0 ? 0 : percent >= 1 ? 1 : 2;
    const lowest = 0.01;
    const text = new Intl.NumberFormat(this.language, { style: 'percent', maximumFractionDigits: digits }).format(Math.max(percent, percent > 0 ? lowest : 0) / 100);
    return percent > 0 && percent < lowest ? `< ${text}` : text;
  }

  size(bytes: number): string {
    const power = bytes < 1000 ? 0 : Math.min(this.t.bytes.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1000 ** power;
    return `${new Intl.NumberFormat(this.language, { maximumFractionDigits: power > 0 && value < 10 ? 1 : 0 }).format(value)} ${this.t.bytes[power] ?? ''}`;
  }

  /** With seconds. */
  moment(time: number): string {
    return this.moments.format(time);
  }

  minute(time: number): string {
    return this.minutes.format(time);
  }

  /** A moment as an element; a dash, which is read out as what it means, where there is none. */
  timeElement(time: number | null): string {
    return time === null ? this.missing(this.t.noTime) : `<time datetime="${new Date(time).toISOString()}">${escapeHtml(this.moment(time))}</time>`;
  }

  missing(meaning: string): string {
    return `<span class="missing"><span aria-hidden="true">–</span><span class="heard">${escapeHtml(meaning)}</span></span>`;
  }

  duration(milliseconds: number): string {
    const { minute, hour, day } = this.t.units;
    const minutes = milliseconds / MINUTE;
    const [value, [one, many]] = minutes < 60 ? [minutes, minute] : minutes < 1440 ? [minutes / 60, hour] : [minutes / 1440, day];
    return value === 1 ? one : `${this.number(value)} ${many}`;
  }
}

/** The last part of a URI's path. */
export function fileName(uri: string): string {
  const last = uri.replace(/[?#].*$/, '').split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The shortest ends of the paths by which all of the files can be told apart, in their order. */
export function shortNames(uris: readonly string[]): string[] {
  const parts = uris.map((uri) => uri.replace(/[?#].*$/, '').split('/').map(fileName));
  const names = parts.map((path) => path.at(-1) ?? '');
  const deepest = Math.max(0, ...new Set(parts.map(({ length }) => length)));
  for (let depth = 2; depth <= deepest; depth++) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (counts.size === names.length) break;
    names.forEach((name, index) => {
      if ((counts.get(name) ?? 0) > 1) names[index] = (parts[index] ?? []).slice(-depth).join('/');
    });
  }
  return names;
}

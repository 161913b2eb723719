import type { FileSurvey, SurveyPlace } from '../../../../../server/src/protocol';

export type Standing = 'handled' | 'missing';

/** A place of a file. */
export interface Place extends SurveyPlace {
  readonly uri: string;
}

const NOWHERE: readonly Place[] = [];

/** The places of errors by file, as the last survey and the changes since left them. */
export class Places {
  private readonly files = new Map<string, readonly Place[]>();
  /** The places by standing and name, in order; made when it is asked for. */
  private byName: Map<string, Place[]> | undefined;

  clear(): void {
    this.files.clear();
    this.byName = undefined;
  }

  /** Takes what a file holds now in place of what it held. Says whether that is anything else. */
  set({ uri, places }: FileSurvey): boolean {
    const before = this.files.get(uri) ?? [];
    const kept = places.filter(({ standing }) => standing !== 'mentioned').map((place) => ({ ...place, uri }));
    if (kept.length > 0) this.files.set(uri, kept);
    else this.files.delete(uri);
    this.byName = undefined;
    return JSON.stringify(before) !== JSON.stringify(kept);
  }

  /** The files of a folder. */
  below(folder: string): string[] {
    return [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  }

  /** Where an error is handled or missing, by file and in the order of its text. */
  of(name: string, standing: Standing): readonly Place[] {
    return (this.byName ??= this.sorted()).get(`${standing} ${name}`) ?? NOWHERE;
  }

  private sorted(): Map<string, Place[]> {
    const byName = new Map<string, Place[]>();
    for (const place of [...this.files].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, places]) => places)) {
      for (const name of new Set(place.names)) {
        const key = `${place.standing} ${name}`;
        const known = byName.get(key);
        if (known) known.push(place);
        else byName.set(key, [place]);
      }
    }
    return byName;
  }
}

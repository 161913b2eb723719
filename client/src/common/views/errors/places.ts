import type { FileSurvey, SurveyPlace } from '../../../../../server/src/protocol';

export type Standing = 'handled' | 'missing';

/** A place of a file. */
export interface Place extends SurveyPlace {
  readonly uri: string;
}

/** The places of errors by file, as the last survey and the changes since left them. */
export class Places {
  private readonly files = new Map<string, readonly Place[]>();

  clear(): void {
    this.files.clear();
  }

  /** Takes what a file holds now in place of what it held. Says whether that is anything else. */
  set({ uri, places }: FileSurvey): boolean {
    const before = this.files.get(uri) ?? [];
    const kept = places.filter(({ standing }) => standing !== 'mentioned').map((place) => ({ ...place, uri }));
    if (kept.length > 0) this.files.set(uri, kept);
    else this.files.delete(uri);
    return JSON.stringify(before) !== JSON.stringify(kept);
  }

  /** The files of a folder. */
  below(folder: string): string[] {
    return [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  }

  /** Where an error is handled or missing, by file and in the order of its text. */
  of(name: string, standing: Standing): readonly Place[] {
    const files = [...this.files].sort(([a], [b]) => (a < b ? -1 : 1));
    return files.flatMap(([, places]) => places.filter((place) => place.standing === standing && place.names.includes(name)));
  }
}

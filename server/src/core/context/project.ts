import { speaksOfPlusAuth } from './evidence';
import { nameOf, Nearest, type Files } from './nearest';

const MANIFESTS = /^(?:package\.json|pom\.xml|build\.gradle(?:\.kts)?|pubspec\.yaml|requirements[\w-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|composer\.json|.*\.csproj|go\.mod|Gemfile|.*\.gemspec|Cargo\.toml|Package\.swift|Podfile)$/;

/** Answers whether a file's project names a PlusAuth package: by the nearest folder upwards that has a manifest. */
export class Projects {
  private readonly nearest = new Nearest((folder) => this.look(folder));

  constructor(private readonly files: Files) {}

  /** The URI of the manifest that names PlusAuth; undefined where the nearest one does not, or there is none. */
  async manifestOf(uri: string): Promise<string | undefined> {
    return (await this.nearest.of(uri)) ?? undefined;
  }

  /** Forgets what was learned where a manifest changed. */
  didChange(uri: string): void {
    if (MANIFESTS.test(nameOf(uri))) this.nearest.forget();
  }

  /** A manifest of the folder that names PlusAuth; null where manifests do not, undefined where there is none. */
  private async look(folder: string): Promise<string | null | undefined> {
    const manifests = (await this.files.readDirectory(folder)).filter((name) => MANIFESTS.test(name));
    for (const name of manifests) {
      const text = await this.files.readFile(`${folder}/${name}`);
      if (text !== undefined && namesPackage(name, text)) return `${folder}/${name}`;
    }
    return manifests.length > 0 ? null : undefined;
  }
}

/** A manifest names a package where it lists dependencies, not in its prose; what is no JSON is read as text. */
function namesPackage(name: string, text: string): boolean {
  if (!name.endsWith('.json')) return speaksOfPlusAuth(text.replace(/^\s*(?:#|\/\/).*$/gm, ''));
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return false;
    return Object.entries(json).some(([key, value]) => /dependencies$|^require(?:-dev)?$/i.test(key) && typeof value === 'object' && value !== null && Object.entries(value as Record<string, unknown>).some(([name, version]) => speaksOfPlusAuth(name) || (typeof version === 'string' && version.startsWith('npm:') && speaksOfPlusAuth(version))));
  } catch {
    // Half-written JSON: its text is all there is to go by.
    return speaksOfPlusAuth(text);
  }
}

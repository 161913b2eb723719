import ts from 'typescript';

/** What generated code may import, as far as its types matter. */
const STUBS: Readonly<Record<string, string>> = {
  '@plusauth/plusauth-rest-js': `
    export class PlusAuthRestError extends Error { error?: string; error_description?: string; status?: number }
    interface User { id: string; email?: string }
    export class PlusAuthRestClient {
      constructor(url: string, options?: { token?: string | undefined });
      users: { create(user: object): Promise<User>; get(id: string): Promise<User>; getAll(): Promise<User[]>; remove(id: string): Promise<void> };
      roles: { remove(id: string): Promise<void> };
    }`,
  axios: `
    interface Answer { data: unknown; status: number }
    interface Client { get(url: string): Promise<Answer>; post(url: string, body?: unknown): Promise<Answer>; delete(url: string): Promise<Answer>; create(options: object): Client }
    declare const axios: Client;
    export default axios;`,
  ky: `
    interface Answer extends Promise<Response> { json(): Promise<unknown> }
    declare const ky: { get(url: string): Answer; delete(url: string): Answer; post(url: string, options?: object): Answer };
    export default ky;`,
  got: `
    declare const got: { get(url: string): Promise<{ body: string }>; post(url: string, options?: object): Promise<{ body: string }> };
    export default got;`,
};

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [],
  strict: true, noFallthroughCasesInSwitch: true, noImplicitReturns: true, allowUnreachableCode: false, noEmit: true, allowJs: true, checkJs: false, skipLibCheck: true,
};
const base = ts.createCompilerHost(OPTIONS);
const libraries = new Map<string, ts.SourceFile | undefined>();

/** What the TypeScript compiler says against a file under strict options; for JavaScript, against its syntax alone. */
export function compileErrors(text: string, extension: 'ts' | 'tsx' | 'js' = 'ts'): string[] {
  const main = `/code.${extension}`;
  const texts = new Map([[main, text], ['/globals.d.ts', 'declare const process: { env: Record<string, string | undefined> };'], ...Object.entries(STUBS).map(([name, code]) => [`/node_modules/${name}/index.d.ts`, code] as const)]);
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (name) => texts.has(name) || base.fileExists(name),
    readFile: (name) => texts.get(name) ?? base.readFile(name),
    directoryExists: (name) => [...texts.keys()].some((t) => t.startsWith(`${name}/`)) || (base.directoryExists?.(name) ?? true),
    getCurrentDirectory: () => '/',
    getSourceFile(name, version) {
      const own = texts.get(name);
      if (own !== undefined) return ts.createSourceFile(name, own, version);
      if (!libraries.has(name)) libraries.set(name, base.getSourceFile(name, version));
      return libraries.get(name);
    },
  };
  const program = ts.createProgram([main, '/globals.d.ts'], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'));
}

/** The compilers that can be had, by language identifier. */
export const COMPILERS: Readonly<Record<string, (text: string) => string[]>> = {
  typescript: (text) => compileErrors(text, 'ts'),
  typescriptreact: (text) => compileErrors(text, 'tsx'),
  javascript: (text) => compileErrors(text, 'js'),
};

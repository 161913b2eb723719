import { documentHtml, escapeHtml } from './html';

/** What a card's page is made of. */
export interface Page {
  readonly title: string;
  /** Rendered markdown. Its source may be a pasted response, so nothing in it is trusted: the page allows no script and no request. */
  readonly body: string;
  readonly language: 'en' | 'tr';
  /** Fresh for each page. */
  readonly nonce: string;
}

const STYLE = `
body { max-width: 46rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; line-height: 1.55; font-size: var(--vscode-font-size); color: var(--vscode-editor-foreground); }
h1, h2, h3 { line-height: 1.25; font-weight: 600; }
h1 { font-size: 1.6em; margin: 0.4em 0 0.6em; }
h2 { font-size: 1.25em; margin: 1.5em 0 0.4em; }
h3 { font-size: 1.05em; margin: 1.4em 0 0.3em; }
p, ul, ol, table, blockquote, pre { margin: 0.5em 0 0.9em; }
ul, ol { padding-left: 1.5em; }
a { color: var(--vscode-textLink-foreground); }
a:hover, a:active { color: var(--vscode-textLink-activeForeground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
blockquote { padding: 0.4em 1em; border-left: 4px solid var(--vscode-textBlockQuote-border); background: var(--vscode-textBlockQuote-background); }
blockquote > :first-child { margin-top: 0; } blockquote > :last-child { margin-bottom: 0; }
code { font-family: var(--vscode-editor-font-family); font-size: 0.95em; padding: 0.1em 0.3em; border-radius: 3px; background: var(--vscode-textCodeBlock-background); }
pre { padding: 0.8em 1em; overflow-x: auto; border-radius: 4px; background: var(--vscode-textCodeBlock-background); }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 0.8em; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-panel-border, currentColor)); }
hr { border: 0; border-top: 1px solid var(--vscode-widget-border, var(--vscode-panel-border, currentColor)); }
`;

/** A whole document in the colours and fonts of the editor's theme. */
export const pageHtml = (page: Page): string => documentHtml({ ...page, style: STYLE });

/** Markdown as plain text, for a host without VS Code's own markdown extension. */
export const plainBody = (markdown: string): string => `<pre>${escapeHtml(markdown)}</pre>`;

/** A link that runs a command of VS Code, where the view allows it. */
export const commandLink = (text: string, command: string, argument: string): string => `<a href="command:${command}?${encodeURIComponent(JSON.stringify([argument]))}">${escapeHtml(text)}</a>`;

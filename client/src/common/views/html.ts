/** Text as it can stand in an element or an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export interface Html {
  readonly title: string;
  readonly language: string;
  /** Fresh for each document: only style and script that carry it are let in, and no request. */
  readonly nonce: string;
  readonly style: string;
  readonly body: string;
  /** None is let in where there is none. */
  readonly script?: string;
}

/** A whole document. */
export function documentHtml({ title, language, nonce, style, body, script }: Html): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}';${script === undefined ? '' : ` script-src 'nonce-${nonce}';`}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
${body}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>\n`}</body>
</html>
`;
}

const LINE = 'var(--vscode-widget-border, var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)))';
const COLOURS = ['red', 'blue', 'yellow', 'green', 'purple', 'orange'];
const striped = COLOURS.map((_, colour) => `.k${colour + 6} { fill: url(#p${colour + 6}); } .k${colour + 12} { fill: url(#p${colour + 12}); }`).join('\n');
const coloured = COLOURS.map((name, colour) => `.k${colour} { fill: var(--vscode-charts-${name}); } .c${colour} { --look: var(--vscode-charts-${name}); }`).join('\n');

/** All colours are the theme's. */
export const STYLE = `
body { max-width: 72rem; margin: 0 auto; padding: 0.5rem 1.5rem 3rem; line-height: 1.5; font-size: var(--vscode-font-size); color: var(--vscode-editor-foreground); }
h1, h2, h3 { line-height: 1.25; font-weight: 600; }
h1 { font-size: 1.6em; margin: 0.6em 0 0.3em; overflow-wrap: anywhere; }
h2 { font-size: 1.25em; margin: 1.8em 0 0.4em; }
h3 { font-size: 1.05em; margin: 0; }
p { margin: 0.3em 0; }
code { font-family: var(--vscode-editor-font-family); font-size: 0.95em; padding: 0.1em 0.3em; border-radius: 3px; background: var(--vscode-textCodeBlock-background); }
h3 code, th code { padding: 0; background: none; }
button code { color: inherit; }
.lead { font-size: 1.1em; }
.quiet, caption { color: var(--vscode-descriptionForeground); }
.tools { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; margin: 1em 0; }
button { font: inherit; cursor: pointer; border: 1px solid var(--vscode-button-border, transparent); border-radius: 3px; padding: 0.25em 0.8em; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button.link { padding: 0; border: 0; text-align: left; color: var(--vscode-textLink-foreground); background: none; overflow-wrap: anywhere; }
button.link:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
button:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
summary { cursor: pointer; width: fit-content; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.4em 0; min-width: 60%; }
caption { text-align: left; padding: 0 0 0.4em; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 1.2em 0.35em 0; border-bottom: 1px solid ${LINE}; font-weight: normal; }
thead th { font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure { margin: 0.5em 0 0; }
figcaption { margin-bottom: 0.6em; }
.chart { display: grid; grid-template-columns: auto 1fr; column-gap: 0.6em; }
.scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right; height: 13rem; line-height: 1; color: var(--vscode-descriptionForeground); }
.timeline { width: 100%; height: 13rem; overflow: visible; }
.ticks { grid-column: 2; display: flex; justify-content: space-between; padding-top: 0.3em; color: var(--vscode-descriptionForeground); }
.ticks.single { justify-content: center; }
.grid, .base { stroke: ${LINE}; stroke-width: 1; vector-effect: non-scaling-stroke; fill: none; }
.grid { stroke-dasharray: 2 4; }
.whole { fill: transparent; stroke: none; }
.bar[role="button"] { cursor: pointer; }
.bar[role="button"]:hover .whole { fill: var(--vscode-list-hoverBackground); }
.bar:focus { outline: none; }
.bar:focus-visible .whole { fill: var(--vscode-list-hoverBackground); stroke: var(--vscode-focusBorder); stroke-width: 2; vector-effect: non-scaling-stroke; }
.legend { display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; list-style: none; margin: 0.8em 0; padding: 0; }
.patch { width: 0.8em; height: 0.8em; margin-right: 0.4em; vertical-align: -0.05em; }
.course { width: 8rem; height: 1.3rem; vertical-align: middle; }
.advice { list-style: none; margin: 0.6em 0; padding: 0; }
.advice > li { padding: 0.8em 0; border-top: 1px solid ${LINE}; }
.advice header { display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; align-items: baseline; }
.places { margin: 0.4em 0; padding-left: 1.5em; }
.places time { margin-right: 0.8em; }
${coloured}
${striped}
pattern .ground { fill: var(--look); fill-opacity: 0.35; }
pattern path { stroke: var(--look); stroke-width: 5; }
pattern circle { fill: var(--look); }
@media (forced-colors: active) { .timeline, .course, .patch { forced-color-adjust: none; } }
`;

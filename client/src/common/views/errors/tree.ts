import * as vscode from 'vscode';
import type { LogAnalysis, LogKind, LogPlace, LookUpEntry } from '../../../../../server/src/protocol';
import { textLanguage } from '../../editor';
import { fileName, Format } from '../report/format';
import { Places, type Place, type Standing } from './places';

/** An error; where it is handled, missing or logged; one such place. */
export type Node =
  | { readonly kind: 'error'; readonly name: string; readonly status: string; readonly description: string }
  | { readonly kind: 'group'; readonly name: string; readonly standing: Standing | 'logged' }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'record'; readonly uri: string; readonly place: LogPlace };

const icon = (id: string, color?: string): vscode.ThemeIcon => new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));

/** The tree of the errors. It is empty until errors were given to it. */
export class ErrorTree implements vscode.TreeDataProvider<Node> {
  readonly places = new Places();
  private errors: readonly LookUpEntry[] = [];
  private logs: LogAnalysis | undefined;
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  setErrors(errors: readonly LookUpEntry[]): void {
    this.errors = errors;
  }

  get isFilled(): boolean {
    return this.errors.length > 0;
  }

  setLogs(logs: LogAnalysis): void {
    this.logs = logs;
    this.refresh();
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return this.errors.map(({ name, status, description }) => ({ kind: 'error', name, status, description }));
      case 'error': {
        const standings = (['missing', 'handled'] as const).filter((standing) => this.places.of(node.name, standing).length > 0);
        return [...standings, ...(this.logged(node.name) ? ['logged' as const] : [])].map((standing) => ({ kind: 'group', name: node.name, standing }));
      }
      case 'group':
        return node.standing === 'logged'
          ? (this.logged(node.name)?.places ?? []).flatMap((place) => (this.logs?.files[place.file] === undefined ? [] : [{ kind: 'record' as const, uri: this.logs.files[place.file] ?? '', place }]))
          : this.places.of(node.name, node.standing).map((place) => ({ kind: 'place', place }));
      default:
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'error':
        return this.errorItem(node);
      case 'group':
        return this.groupItem(node);
      case 'place':
        return placeItem(node.place);
      case 'record': {
        const { line, time } = node.place;
        // Not the file's own address: every record would get the colour and the number of the file's problems.
        const item = new vscode.TreeItem(`${fileName(node.uri)}:${line + 1}`, vscode.TreeItemCollapsibleState.None);
        if (time !== null) item.description = new Format(textLanguage()).moment(time);
        item.tooltip = `${vscode.workspace.asRelativePath(vscode.Uri.parse(node.uri))}:${line + 1}`;
        item.command = { command: 'plusauthErrors.showPlace', title: vscode.l10n.t('Show'), arguments: [node] };
        item.iconPath = icon('output');
        return item;
      }
    }
  }

  private logged(name: string): LogKind | undefined {
    return this.logs?.kinds.find((kind) => kind.name === name);
  }

  private errorItem({ name, status, description }: Extract<Node, { kind: 'error' }>): vscode.TreeItem {
    const handled = this.places.of(name, 'handled').length;
    const missing = this.places.of(name, 'missing').length;
    const logged = this.logged(name)?.count ?? 0;
    const counts = [
      ...(missing > 0 ? [vscode.l10n.t('{0} missing', missing)] : []),
      ...(handled > 0 ? [vscode.l10n.t('{0} handled', handled)] : []),
      ...(logged > 0 ? [vscode.l10n.t('{0} logged', logged)] : []),
    ];
    const said = counts.length > 0 ? counts.join(', ') : vscode.l10n.t('not found');
    const item = new vscode.TreeItem(name, counts.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    item.id = name;
    item.description = `${status} · ${said}`;
    // A narrow view cuts off what stands behind the name.
    item.tooltip = `${name} · ${status}\n${description}\n${said}`;
    item.contextValue = 'error';
    item.iconPath = missing > 0 ? icon('warning', 'list.warningForeground') : handled > 0 ? icon('pass') : icon('circle-outline');
    item.accessibilityInformation = { label: `${name}, ${status}: ${said}` };
    return item;
  }

  private groupItem({ name, standing }: Extract<Node, { kind: 'group' }>): vscode.TreeItem {
    const titles = { handled: vscode.l10n.t('Handled'), missing: vscode.l10n.t('Missing'), logged: vscode.l10n.t('In logs') };
    const item = new vscode.TreeItem(titles[standing], vscode.TreeItemCollapsibleState.Expanded);
    const count = standing === 'logged' ? (this.logged(name)?.count ?? 0) : this.places.of(name, standing).length;
    item.id = `${name}/${standing}`;
    const shown = standing === 'logged' ? (this.logged(name)?.places.length ?? 0) : count;
    item.description = shown < count ? vscode.l10n.t('{0}, the first {1} of them shown', count, shown) : String(count);
    item.iconPath = { handled: icon('pass'), missing: icon('warning', 'list.warningForeground'), logged: icon('output') }[standing];
    item.accessibilityInformation = { label: `${titles[standing]}: ${count}` };
    return item;
  }
}

function placeItem(place: Place): vscode.TreeItem {
  const uri = vscode.Uri.parse(place.uri);
  const where = `${vscode.workspace.asRelativePath(uri)}:${place.range.start.line + 1}`;
  // Lines of code are long, and what stands last is what a narrow view cuts off.
  const item = new vscode.TreeItem(where.slice(where.lastIndexOf('/') + 1), vscode.TreeItemCollapsibleState.None);
  item.description = place.line;
  item.tooltip = `${place.line}\n${where}`;
  item.iconPath = icon(place.standing === 'missing' ? 'warning' : 'pass');
  item.command = { command: 'plusauthErrors.showPlace', title: vscode.l10n.t('Show'), arguments: [{ kind: 'place', place } satisfies Node] };
  item.accessibilityInformation = { label: `${where}: ${place.line}` };
  return item;
}

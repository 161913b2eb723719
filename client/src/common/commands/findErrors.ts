import * as vscode from 'vscode';
import type { Product } from '../extension';

/** PlusAuth: Find Handled and Missing Errors, in the view, which is shown. */
export async function findErrors({ errors }: Product): Promise<void> {
  await vscode.commands.executeCommand('plusauthErrors.errors.focus');
  await errors.fill();
}

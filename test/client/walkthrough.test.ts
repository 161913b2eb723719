import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { findingsOf } from '../harness/document';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly id: string; readonly title: string; readonly description: string; readonly completionEvents: readonly string[]; readonly media: { readonly svg: string; readonly altText: string } }[] }[];
  };
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = json('package.json') as Manifest;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe('the walkthrough', () => {
  for (const language of ['', '.tr']) {
    const texts = json(`package.nls${language}.json`) as Record<string, string>;
    const text = (marked: string): string => texts[marked.replaceAll('%', '')] ?? '';

    it(`is short, and every step has an action that exists (package.nls${language}.json)`, () => {
      assert.ok(steps.length >= 3 && steps.length <= 6);
      for (const { id, description, completionEvents } of steps) {
        const [, command] = /\[[^\]]+\]\(command:([\w.]+)\)$/.exec(text(description)) ?? [];
        assert.ok(contributes.commands.some((each) => each.command === command), id);
        // VS Code prints these as they are.
        assert.doesNotMatch(text(description), /`/, id);
        assert.deepEqual(completionEvents, [`onCommand:${command}`], id);
      }
    });
  }

  it('has pictures in the colours of the theme, with a description', () => {
    for (const { media } of steps) {
      assert.ok(existsSync(media.svg), media.svg);
      const svg = readFileSync(media.svg, 'utf8');
      assert.doesNotMatch(svg, /#[0-9a-f]{3,8}\b|rgb\(/i, media.svg);
      assert.match(svg, /var\(--vscode-/);
      // VS Code shows them where styles are blocked: then only attributes count.
      assert.doesNotMatch(svg, /\sstyle=|<style|\sclass=/, media.svg);
      assert.match(media.altText, /^%.+%$/);
    }
  });

  it('opens an example in which there is something to find and to fix', async () => {
    const findings = await findingsOf(readFileSync('media/walkthrough/example.ts', 'utf8'), {});
    assert.deepEqual(findings.map(({ code }) => code).sort(), ['unhandled-error', 'unknown-error']);
    assert.ok(findings.every((finding) => finding.fixes().length > 0));
  });
});

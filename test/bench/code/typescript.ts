import { functions, type CodeSample } from './sample';

const script = {
  head: "import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';\nimport { log, store, repository } from '../shared';\n\nconst plusAuth = new PlusAuthRestClient('https://acme.plusauth.com');\n",
  plainHead: "import { log, store, repository } from '../shared';\n",
  handlers: functions(`
    /** «remark» */
    «export»async «function»save«Noun»«index»(form) {
      try {
        const user = await plusAuth.users.create({ «noun»: form.«noun», email: form.email });
        return user.id;
      } catch (e) {
        switch (e.error) {
          case '«first»':
            log.warn('«noun»: «index»');
            break;
          case '«second»':
            log.warn(\`«noun» again: \${form.email}\`);
            break;
    «most»      default:
    «most»        throw e;
        }
        return undefined;
      }
    }
  `),
  plain: functions(
    `
    /** «remark» */
    «export»async «function»«verb»«Noun»«index»(tenant, limit = «number») {
      const found = (await repository.findAll(tenant)).filter((each) => each.«other» !== undefined && each.«other».length < limit);
      if (found.length === 0) throw new RangeError(\`No «noun» for \${tenant}\`);
      return found.slice(0, limit).map((each) => ({ ...each, name: \`«other»-\${each.id}\` }));
    }
    `,
    `
    «function»count«Other»«index»(all) {
      const counts = new Map();
      for (const «noun» of all) {
        // «remark»
        counts.set(«noun».name, (counts.get(«noun».name) ?? 0) + 1);
        if (counts.size > «number») break;
      }
      return counts;
    }
    `,
    `
    «export»async «function»«verb»«Other»«index»(queue) {
      for (let attempts = 0; attempts < «number» && queue.length > 0; attempts++) {
        const next = queue.shift();
        try {
          await store.«verb»(next.id, { seconds: «number» });
        } catch (error) {
          log.error(\`«noun» \${next.id} stays in the queue\`, error);
          queue.push(next);
        }
      }
    }
    `,
  ),
  branch: /^\s*case '/,
  typed: "if (attempt < 3) return retry(form, attempt + 1); log.info('tried again', { attempt, reason: e.error, status: e.status });  ",
};

const MARKUP = '<form>\n  <input name="email" type="email" />\n  <button>Save</button>\n</form>\n';

const free = { export: 'export ', function: 'function ' };
const service = (constructor: string) => ({ open: `/** Service «index» of the «noun»s. */\nexport class «Noun»Service«index» {\n${constructor}\n`, close: '}', indent: '  ', words: { export: '', function: '' } });
export const typescript: CodeSample = {
  ...script, free, type: service('  constructor(private readonly limit: number) {}\n'), title: 'TypeScript', languageId: 'typescript', extension: '.ts', oneClass: true,
};
export const javascript: CodeSample = { ...script, free, type: service('  #limit = 10;\n'), title: 'JavaScript', languageId: 'javascript', extension: '.js' };
const inMarkup = { ...script, free: { ...free, export: '' }, foot: `</script>\n\n${MARKUP}` };
const opened = (tag: string) => ({ head: `${tag}\n${script.head}`, plainHead: `${tag}\n${script.plainHead}` });
export const vue: CodeSample = { ...inMarkup, ...opened('<script setup lang="ts">'), title: 'Vue', languageId: 'vue', extension: '.vue', foot: `</script>\n\n<template>\n${MARKUP}</template>\n` };
export const svelte: CodeSample = { ...inMarkup, ...opened('<script lang="ts">'), title: 'Svelte', languageId: 'svelte', extension: '.svelte' };
export const html: CodeSample = { ...inMarkup, ...opened('<!doctype html>\n<title>Users</title>\n<script type="module">'), title: 'HTML', languageId: 'html', extension: '.html' };

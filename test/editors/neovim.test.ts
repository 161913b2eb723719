import { resolve } from 'node:path';
import { useServer } from './steps';

const SOURCE = `import { PlusAuthRestClient, type PlusAuthRestError } from '@plusauth/plusauth-rest-js';
const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });

export async function create(): Promise<unknown> {
  try {
    return await plusAuth.users.create({});
  } catch (e) {
    const error = e as PlusAuthRestError;
    switch (error.error) {
      case 'already_exists':
        console.warn('there is one');
        break;
    }
  }
}
`;

describe('In Neovim', () => {
  it('findings are pushed; hover, completion, its resolution and a fix work', () => {
    const args = ['--headless', '--clean', '-n', 'src/a.ts', '-c', `luafile ${resolve('test/editors/neovim.lua')}`];
    useServer({ title: 'Neovim (nvim, 0.7 or later)', program: 'nvim', args, env: { NVIM_LOG_FILE: '/dev/null' } }, { name: 'src/a.ts', text: SOURCE }, { line: 8, fixed: /\n {6}default:\n {8}throw e;\n {4}\}/ });
  });
});

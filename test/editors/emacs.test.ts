import { resolve } from 'node:path';
import { useServer } from './steps';

const SOURCE = `import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';
const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });

export async function create() {
  try {
    return await plusAuth.users.create({});
  } catch (e) {
    switch (e.error) {
      case 'already_exists':
        console.warn('there is one');
        break;
    }
  }
}
`;

describe('In Emacs', () => {
  it('findings, hover, completion, its resolution and a fix work through Eglot', () => {
    const args = ['--batch', '-l', resolve('test/editors/emacs.el'), 'src/a.js'];
    useServer({ title: 'Emacs (28 or later, with Eglot)', program: 'emacs', args }, { name: 'src/a.js', text: SOURCE }, { line: 8, fixed: /\n {6}default:\n {8}throw e;\n {4}\}/ });
  });
});

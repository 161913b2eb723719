// Nothing of PlusAuth's: OAuth has an `invalid_request` and a `server_error` of its own, and here the extension says nothing.
export async function exchangeCode(code: string): Promise<string> {
  const response = await fetch('https://github.com/login/oauth/access_token', {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ code, client_id: process.env.GITHUB_CLIENT_ID ?? '' }),
  });
  const body = await response.json();
  switch (body.error) {
    case 'invalid_request':
      return 'The sign-in page sent something unexpected.';
    case 'access_denied':
      return 'You did not allow the sign-in.';
    case 'invalid_grant':
      return 'The sign-in took too long. Please start again.';
  }
  return body.access_token;
}

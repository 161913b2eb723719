import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';

/** One client for the whole back office. The token comes from the client credentials flow of our own tenant. */
export const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', {
  token: process.env.PLUSAUTH_TOKEN,
});

import { checkFindings, checkSilent } from '../../harness/check';

describe('Whole files: servers', () => {
  it('a Next.js route handler', () => checkFindings(`
    import { NextResponse } from 'next/server';
    import { PlusAuthRestClient, PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    const client = new PlusAuthRestClient(process.env.PLUSAUTH_URL!, { token: getToken });

    export async function POST(request: Request) {
      const body = await request.json();
      try {
        const user = await client.users.create(body);
        return NextResponse.json(user, { status: 201 });
      } catch (error) {
        if (error instanceof PlusAuthRestError) {
          switch (error.error) {
            case 'already_exists':
              return NextResponse.json({ message: 'E-mail is taken' }, { status: 409 });
            case 'invalid_entity':
              return NextResponse.json({ message: error.error_description }, { status: 422 });
          }
        }
        return NextResponse.json({ message: 'Internal error' }, { status: 500 });
      }
    }

    export async function DELETE(_request: Request, { params }: { params: { id: string } }) {
      try {
        await client.users.remove(params.id);
      } catch (error) {
        if (error instanceof PlusAuthRestError && error.error === 'entity_not_found') {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
          return NextResponse.json({ message: 'No such user' }, { status: 404 });
        }
      }
      return new NextResponse(null, { status: 204 });
    }
  `));

  it('a tRPC router that maps names to codes', () => checkFindings(`
    import { TRPCError } from '@trpc/server';
    import { plusAuth } from '../lib/plusauth';

    const CODES: Record<string, TRPCError['code']> = {
      already_exists: 'CONFLICT',
      entity_not_found: 'NOT_FOUND',
      too_many_requests: 'TOO_MANY_REQUESTS',
    };

    const LABELS: Record<string, string> = {
        //^^^^^^ unhandled-error without: already_exists, plan_limit_exceeded
      already_exists: 'taken',
      plan_limit_exceeded: 'limit',
    };

    export const labelOf = (e: { error: string }) => LABELS[e.error];

    export const users = router({
      create: procedure.input(newUser).mutation(async ({ input }) => {
        try {
          return await plusAuth.users.create(input);
        } catch (cause) {
          throw new TRPCError({ code: CODES[cause.error] ?? 'INTERNAL_SERVER_ERROR', cause });
        }
      }),
    });
  `));

  it('a Fastify plugin', () => checkSilent(`
    import fp from 'fastify-plugin';
    import { PlusAuthRestError } from '@plusauth/plusauth-rest-js';

    export default fp(async (app) => {
      app.setErrorHandler((error, request, reply) => {
        if (!(error instanceof PlusAuthRestError)) {
          return reply.send(error);
        }
        request.log.warn({ error: error.error, status: error.status }, 'PlusAuth refused');
        if (error.error === 'entity_not_found') return reply.code(404).send({ message: 'Not found' });
        if (error.error === 'too_many_requests' || Number(error.status) >= 500) return reply.code(503).header('retry-after', '5').send();
        return reply.code(502).send({ message: 'Upstream error' });
      });
    });
  `));

  it('a Koa middleware in CommonJS', () => checkFindings(`
    const { PlusAuthRestError } = require('@plusauth/plusauth-rest-js');

    module.exports = async function plusAuthErrors(ctx, next) {
      try {
        await next();
      } catch (err) {
        if (!(err instanceof PlusAuthRestError)) throw err;
        ctx.status = 500;
        if (err.error === 'entity_not_found') {
          ctx.status = 404;
        } else if (err.error === 'already_exists') {
          ctx.status = 409;
        }
      }
    };

    module.exports.onlyKnown = function (err) {
      if (err.error === 'missing_scope') {
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_scope, unauthorized_user
        return 'You may not do this.';
      }
      if (err.error === 'unauthorized_user') {
        return 'You do not belong to this tenant.';
      }
    };
  `, { languageId: 'javascript' }));

  it('a script that imports users', () => checkFindings(`
    #!/usr/bin/env node
    import { readFileSync } from 'node:fs';
    import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';

    const client = new PlusAuthRestClient(process.env.PLUSAUTH_URL, { token: process.env.PLUSAUTH_TOKEN });
    const stats = { created: 0, skipped: 0 };

    for (const line of readFileSync(process.argv[2], 'utf8').split('\\n')) {
      try {
        await client.users.create(JSON.parse(line));
        stats.created++;
      } catch (error) {
        switch (error.error) {
        //<^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, plan_limit_exceeded, too_many_requests
          case 'already_exists':
            stats.skipped++;
            continue;
          case 'plan_limit_exceeded':
            process.exit(3);
          case 'too_many_requests':
            await quota.refilled();
        }
      }
    }
    console.log(stats);
  `, { languageId: 'javascript' }));

  it('a client of one’s own over fetch', () => checkSilent(`
    const BASE = 'https://acme.plusauth.com/api/v1';

    export class ApiError extends Error {
      constructor(readonly error: string | undefined, readonly status: number) {
        super(error ?? 'HTTP ' + status);
      }
      get retryable(): boolean {
        return this.error === 'too_many_requests' || this.error === 'server_error' || this.status >= 500;
      }
    }

    export async function call<T>(path: string, init?: RequestInit, attempt = 1): Promise<T> {
      const response = await fetch(BASE + path, init);
      if (response.status === 204) return undefined as T;
      if (response.ok) return response.json();
      const body = await response.json().catch(() => ({}));
      const error = new ApiError(body.error, response.status);
      if (error.retryable && attempt < 4) return call(path, init, attempt + 1);
      throw error;
    }
  `));

  it('a Result type', () => checkSilent(`
    import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';

    type Result<T> = { ok: true; value: T } | { ok: false; reason: 'taken' | 'limit' | 'unknown'; cause?: unknown };

    export async function createRole(client: PlusAuthRestClient, name: string): Promise<Result<{ id: string }>> {
      try {
        return { ok: true, value: await client.roles.create({ name }) };
      } catch (cause) {
        if (cause.error === 'already_exists') return { ok: false, reason: 'taken' };
        if (cause.error === 'plan_limit_exceeded') return { ok: false, reason: 'limit' };
        return { ok: false, reason: 'unknown', cause };
      }
    }
  `));

  it('an OAuth server beside a REST client in one file', () => checkFindings(`
    import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';
    import * as oidc from 'openid-client';

    const rest = new PlusAuthRestClient(process.env.PLUSAUTH_URL!);

    app.get('/callback', async (req, res) => {
      switch (req.query.error) {
        case 'access_denied':
          return res.redirect('/?denied');
        case 'login_required':
        case 'consent_required':
          return res.redirect('/login');
        case 'server_error':
          return res.redirect('/?later');
      }
      const tokens = await oidc.authorizationCodeGrant(config, new URL(req.url, origin));
      res.json(tokens.claims());
    });

    app.get('/users/:id', async (req, res) => {
      try {
        res.json(await rest.users.get(req.params.id));
      } catch (e) {
        if (e.error === 'entity_not_found') res.sendStatus(404);
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
      }
    });
  `));
});

import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Parts } from '#central/parts.ts';
import { adminRoutes } from './admin-routes.ts';
import type { App } from './app.ts';
import { authRoutes } from './auth-routes.ts';
import { branchRoutes } from './branch-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import { eraseRoute } from './erase-route.ts';
import { healthRoutes } from './health-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { intakeRoute } from './intake-route.ts';
import { liveRoute } from './live-route.ts';
import { movedRoute } from './moved-route.ts';
import { noticeRoutes } from './notice-routes.ts';
import { personRoutes } from './person-routes.ts';
import { presenceRoute } from './presence-route.ts';
import { answerProblems } from './problems.ts';
import { pullRoutes } from './pull-routes.ts';
import { pushRoute } from './push-route.ts';
import { setupRoute } from './setup-route.ts';
import { updatesRoute } from './updates-route.ts';

/** Puts the HTTP side together; nothing listens yet. */
export async function createHttp(parts: Parts): Promise<App> {
  const app = Fastify({
    logger: false,
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  }) as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, parts);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    parts.metrics.requests.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    parts.log.debug(
      { route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  await app.register(compress, { global: false });
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Prihatin central',
        version: parts.version,
        description: 'Intake, sync and reading. Errors are application/problem+json.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  await app.register(async (routes) => {
    const open = routes as unknown as App;
    healthRoutes(open, parts);
    authRoutes(open, parts);
    intakeRoute(open, parts);
    pushRoute(open, parts);
    pullRoutes(open, parts);
    liveRoute(open, parts);
    presenceRoute(open, parts);
    incidentRoutes(open, parts);
    caseRoutes(open, parts);
    eraseRoute(open, parts);
    branchRoutes(open, parts);
    noticeRoutes(open, parts);
    updatesRoute(open, parts);
    await setupRoute(open, parts);
    adminRoutes(open, parts);
    personRoutes(open, parts);
    deviceRoutes(open, parts);
    movedRoute(open, parts);
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  return app;
}

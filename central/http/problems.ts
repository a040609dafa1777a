import type { FastifyError, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { Problem } from '#central/problem.ts';
import { problemSchema } from '#shared/contract/wire/sync.ts';
import type { App } from './app.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'It meets something else',
  413: 'Too large',
  415: 'Not JSON',
  426: 'An update is needed',
  429: 'Too many requests',
  500: 'Something failed here',
  503: 'Not ready',
};

/** Problem replies for a route's schema. */
export const problemReplies = { '4xx': problemSchema, '5xx': problemSchema };

/** Every failure leaves as application/problem+json; nothing of an unexpected one but a code. */
export function answerProblems(app: App, parts: Parts): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500)
      parts.log.error({ error: plainError(error), route: request.routeOptions.url }, 'request failed');
    return sendProblem(reply, problem, request.url);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      new Problem(404, 'not-found', 'There is nothing at this address: see /docs for what there is'),
      request.url,
    ),
  );
}

function sendProblem(reply: FastifyReply, problem: Problem, instance: string) {
  const body = {
    type: `urn:prihatin:problem:${problem.code}`,
    title: TITLES[problem.status] ?? 'It did not work',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    instance: instance.split('?')[0],
  };
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(body));
}

function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const field = first?.instancePath.split('/').filter(Boolean).join('.') ?? '';
    const named = field === '' ? (error.validationContext ?? 'body') : field;
    return new Problem(400, 'bad-input', `${named}: ${first?.message ?? 'not valid'}`, named);
  }
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError) {
    return new Problem(
      400,
      'bad-json',
      'The body is not JSON: check quotes and commas, and send Content-Type: application/json',
      'body',
    );
  }
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new Problem(400, 'bad-json', 'The body is empty: send JSON', 'body');
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem(413, 'too-large', 'The body is over the limit: send it in smaller parts');
  if (status === 415) return new Problem(415, 'not-json', 'Send Content-Type: application/json');
  if (status === 429) return new Problem(429, 'too-many', error.message);
  if (status >= 400 && status < 500) return new Problem(status, 'bad-request', error.message);
  return new Problem(
    500,
    'internal',
    'Central failed at this request; it is in its log. Try again, then tell its operator',
  );
}

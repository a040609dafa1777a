import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { Problem } from '#central/problem.ts';
import { type PlainFault, plainFault } from '#shared/contract/plain-fault.ts';
import { problemSchema } from '#shared/contract/wire/sync.ts';
import { sayRef } from '#shared/text/say.ts';
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
    const problem = toProblem(error, request as unknown as FastifyRequest);
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

/** The first fault of a request, in our words. */
function faultOf(error: FastifyError, request: FastifyRequest): PlainFault {
  const first = error.validation?.[0];
  const part = error.validationContext ?? 'body';
  const given = { body: request.body, querystring: request.query, params: request.params, headers: request.headers };
  const issue = first && {
    ...first.params,
    code: first.keyword,
    path: first.instancePath.split('/').filter(Boolean),
    message: first.message ?? '',
  };
  const fault = plainFault(issue, given[part as keyof typeof given]);
  return fault.field === '' ? { ...fault, field: part } : fault;
}

function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const { field, message } = faultOf(error, request);
    return new Problem(400, 'bad-input', sayRef('en', message), field);
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

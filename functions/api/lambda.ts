import type { Hono } from 'hono/tiny';

/** Lambda's events and answers as Request and Response. */

/**
 * What is read of an event in payload format 2.0, which the HTTP API and function URLs share:
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
interface HttpEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: { readonly domainName: string; readonly http: { readonly method: string } };
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** The part of a Node stream that is written to. */
interface ResponseStream {
  readonly write: (chunk: string | Uint8Array) => unknown;
  readonly end: () => unknown;
}

type StreamingHandler = (event: HttpEvent, stream: ResponseStream) => Promise<void>;

/** What the Node runtime of Lambda puts among the globals: https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html */
declare const awslambda: {
  readonly streamifyResponse: (handler: StreamingHandler) => StreamingHandler;
  readonly HttpResponseStream: {
    readonly from: (
      stream: ResponseStream,
      head: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>> },
    ) => ResponseStream;
  };
};

const requestOf = ({
  rawPath,
  rawQueryString,
  headers,
  requestContext: {
    domainName,
    http: { method },
  },
  body,
  isBase64Encoded,
}: HttpEvent): Request =>
  new Request(`https://${domainName}${rawPath}?${rawQueryString}`, {
    method,
    // Request refuses a body with these methods, which mean nothing by one (RFC 9110 section 9.3.1).
    ...(body !== undefined && !['GET', 'HEAD'].includes(method)
      ? { body: isBase64Encoded ? Buffer.from(body, 'base64') : body }
      : {}),
    // Request refuses a header past Latin-1. The API reads none that is not ASCII.
    headers: Object.entries(headers).filter(([, value]) => /^[\t\x20-\x7e]*$/.test(value)),
  });

const headOf = ({ status, headers }: Response) => ({ statusCode: status, headers: Object.fromEntries(headers) });

/** The header in which the content network shows that a request came through it. */
const secretHeader = 'x-origin-secret';

/** Takes as long wherever two texts differ, so that no time tells how much of a guess is right. */
const isSame = (given: string, secret: string): boolean => {
  let difference = given.length ^ secret.length;
  // Past the end of what is given there is NaN, which counts as 0 here.
  for (let i = 0; i < secret.length; i++) difference |= given.charCodeAt(i) ^ secret.charCodeAt(i);
  return difference === 0;
};

/**
 * A handler for the HTTP API, which sends an answer when all of it is there.
 *
 * @param secret what only the content network knows. A request without it is refused before anything else: it has gone round the limits
 * there, and may say of itself that it comes from anywhere. Where there is no secret, nothing is asked.
 */
export const answerWhole =
  (app: Hono, secret = process.env.ORIGIN_SECRET) =>
  async (event: HttpEvent) => {
    if (secret !== undefined && !isSame(event.headers[secretHeader] ?? '', secret)) {
      return { statusCode: 403, headers: { 'cache-control': 'no-store' }, body: '' };
    }
    const response = await app.fetch(requestOf(event));
    return { ...headOf(response), body: await response.text() };
  };

/**
 * A handler for a function URL that streams: each chunk of an answer is sent when it is there. Lambda does not say when
 * the client goes away.
 */
export const answerStreamed = (app: Hono): StreamingHandler =>
  awslambda.streamifyResponse(async (event, stream) => {
    const response = await app.fetch(requestOf(event));
    const answer = awslambda.HttpResponseStream.from(stream, headOf(response));
    // The runtime sends status and headers with the first write, which an empty body would not have.
    answer.write('');
    // Unhurried: a whole answer is some kilobytes, far less than the stream takes in.
    for await (const chunk of response.body ?? []) answer.write(chunk);
    answer.end();
  });

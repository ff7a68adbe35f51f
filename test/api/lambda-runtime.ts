import { PassThrough, type Writable } from 'node:stream';

/**
 * What functions find in Lambda, and what Lambda makes of what they write. Written after the runtime itself,
 * https://github.com/aws/aws-lambda-nodejs-runtime-interface-client: status and headers go out as JSON and eight NULs before
 * the first write, and never where nothing is written. The service behind it is not here: that it sends each write on at
 * once is its word.
 */

type Stream = Pick<Writable, 'write' | 'end'>;
type StreamingHandler<Event> = (event: Event, stream: Stream) => Promise<void>;

interface Head {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
}

const headEnd = '\0'.repeat(8);

const from = (stream: Writable, head: Head): Stream => {
  let isHeadSent = false;
  return {
    write: (chunk: unknown) => {
      if (!isHeadSent) stream.write(`${JSON.stringify(head)}${headEnd}`);
      isHeadSent = true;
      return stream.write(chunk);
    },
    end: () => stream.end(),
  };
};

/** Puts `awslambda` among the globals, which has to be there before a streaming handler is made. */
export const installLambdaRuntime = (): void => {
  const awslambda = { streamifyResponse: <Handler>(handler: Handler) => handler, HttpResponseStream: { from } };
  Object.assign(globalThis, { awslambda });
};

/** An event of the HTTP API or of a function URL, payload format 2.0. */
export const eventOf = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) => {
  const { pathname, search } = new URL(path, 'https://epostsjekk.example');
  return {
    version: '2.0',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: { host: 'epostsjekk.example', ...headers },
    requestContext: { domainName: 'epostsjekk.example', http: { method, path: pathname } },
    isBase64Encoded: false,
  };
};

/**
 * Calls a streaming handler.
 *
 * @returns the head once it is sent, and what is sent behind it, as it is sent.
 * @throws Error where the answer ends without a head.
 */
export const invoke = async <Event>(
  handler: StreamingHandler<Event>,
  event: Event,
): Promise<Head & { readonly body: AsyncIterable<Uint8Array> }> => {
  const stream = new PassThrough();
  handler(event, stream).catch((error) => stream.destroy(error));
  const chunks = stream.iterator({ destroyOnReturn: false });
  for (let sent = ''; ; ) {
    const { done, value } = await chunks.next();
    if (done) throw new Error(`no head in ${JSON.stringify(sent)}`);
    sent += value;
    const end = sent.indexOf(headEnd);
    if (end < 0) continue;
    if (sent.length > end + headEnd.length) stream.unshift(sent.slice(end + headEnd.length));
    return { ...(JSON.parse(sent.slice(0, end)) as Head), body: stream };
  }
};

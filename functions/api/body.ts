import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type Answer, refuse } from './routes.ts';

/** Octets of a request's body: far past a domain with what its owner chose, and past an address with a proof. */
export const largestBody = 16_384;

/**
 * Answers requests with a body of JSON. Another type of content is refused: a form on somebody else's page cannot send this one.
 *
 * @param answer gets what was read, by the schema.
 */
export const withBody =
  <S extends z.core.$ZodType>(
    schema: S,
    answer: (c: Context, body: z.core.output<S>) => Response | Promise<Response>,
  ): Answer =>
  async (c) => {
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, { code: 'INVALID_BODY' });
    const text = await readText(c.req.raw.body);
    if (text === null) return refuse(c, { code: 'INVALID_BODY' });
    if (text === undefined) return refuse(c, { code: 'BODY_TOO_LARGE', limit: largestBody });
    const read = z.safeParse(schema, parseJson(text));
    return read.success ? answer(c, read.data) : refuse(c, { code: 'INVALID_BODY' });
  };

/** @returns undefined where it is larger, the rest of it is not read then; null where its sender went away in the middle. */
const readText = async (body: ReadableStream<Uint8Array> | null): Promise<string | undefined | null> => {
  const octets: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > largestBody) return undefined;
      octets.push(chunk);
    }
  } catch {
    // Nobody reads the answer, and the service is as sound as before.
    return null;
  }
  return new TextDecoder().decode(Buffer.concat(octets));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON fits no schema.
    return undefined;
  }
};
